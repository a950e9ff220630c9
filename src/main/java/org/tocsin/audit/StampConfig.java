package org.tocsin.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "tocsin.audit.stamps")
interface StampConfig {

    /** Where a time-stamping authority takes requests (RFC 3161 section 3.4). */
    Optional<URI> url();

    /** The authority's certificates, PEM: what they do not verify is not kept. */
    Optional<Path> certificates();

    /** How often the last checkpoint is stamped, if there is a new one. */
    @WithDefault("1h")
    Duration every();

    /** How long the authority may take. */
    @WithDefault("10s")
    Duration timeout();
}
