package org.tocsin.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
}
