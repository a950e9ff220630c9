package org.tocsin.witness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ConfigMapping(prefix = "tocsin.witness")
interface WitnessConfig {

    /** What we are called as a witness: the name of our key. */
    @WithDefault("${tocsin.instance.name}/audit/witness")
    String name();

    /** A JSON Web Key with a private Ed25519 key (RFC 8037) that does nothing but cosign; needed to witness any log. */
    Optional<Path> keyFile();

    /** Whether anyone may read which checkpoints we cosigned last. */
    @WithName("public")
    @WithDefault("false")
    boolean isPublic();

    /** The logs that we witness, by a name for this configuration alone. */
    Map<String, Log> logs();

    interface Log {

        /** The log's verifier keys; more than one while it rotates them. */
        List<String> keys();

        /** The first line of its checkpoints; without it, the name of its first key. */
        Optional<String> origin();
    }
}
