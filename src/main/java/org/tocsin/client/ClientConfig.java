package org.tocsin.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "tocsin.clients")
interface ClientConfig {

    /** Our own account at the identity provider, which may manage the clients of its realm and nothing else. */
    @WithDefault("tocsin-clients")
    String account();

    /** Its secret. Without one, clients are not administered here. */
    Optional<String> accountSecret();

    /** How long to wait for the identity provider. */
    @WithDefault("10s")
    Duration timeout();

    /** How long before its end a certificate is spoken of. */
    @WithDefault("14D")
    Duration warnBefore();
}
