package org.tocsin.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ConfigMapping(prefix = "tocsin.audit.log")
interface LogConfig {

    /** Which log this is, and the name of its key: the first line of every checkpoint. Never changed once it is known. */
    @WithDefault("${tocsin.instance.name}/audit/log")
    String origin();

    /** A JSON Web Key with the log's own private Ed25519 key (RFC 8037): kty OKP, crv Ed25519, d, x. */
    Path keyFile();

    /** Further keys that sign beside it, while one takes another's place. */
    Optional<List<Path>> furtherKeyFiles();

    /** Whether anyone may read checkpoints, tiles and entries. */
    @WithName("public")
    @WithDefault("false")
    boolean isPublic();

    /** The longest time without an entry. */
    @WithDefault("1m")
    Duration heartbeat();

    /** Who is asked to cosign our checkpoints (C2SP tlog-witness), by a name for this configuration alone. */
    Map<String, Witness> witnesses();

    /** How often they are asked, as long as there is a new checkpoint. */
    @WithDefault("1s")
    Duration witnessInterval();

    /** How long a witness may take to answer. */
    @WithDefault("5s")
    Duration witnessTimeout();

    interface Witness {

        /** Its submission prefix, such as https://other.example/audit/witness. */
        URI url();

        /** Its verifier key: name+id+key, for cosignatures with Ed25519. */
        String key();

        /** Whom we trust there: the name of a TLS configuration, quarkus.tls.NAME; without it, what Java trusts. */
        Optional<String> tls();
    }
}
