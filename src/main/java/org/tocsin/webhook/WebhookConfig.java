package org.tocsin.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "tocsin.webhook")
interface WebhookConfig {

    /** Networks to which webhooks may go although they are not the open Internet, with a comma between them; there also by plain HTTP. */
    Optional<String> allowedNetworks();

    /** The TLS configuration (quarkus.tls.NAME) that says whom we trust; the usual authorities by default. */
    Optional<String> tls();

    /** How long to wait for an answer. */
    @WithDefault("10s")
    Duration timeout();

    /** How long an attempt may take, and how long after a crash until another may begin. */
    @WithDefault("30s")
    Duration lease();

    /** The wait after the first failure; it doubles with each further one. */
    @WithDefault("5s")
    Duration firstRetry();

    /** The longest wait between two attempts. */
    @WithDefault("1h")
    Duration lastRetry();

    /** After how many refusals in succession a webhook is disabled. */
    @WithDefault("10")
    int refusals();

    /** After how long without one success a webhook is disabled. */
    @WithDefault("72h")
    Duration giveUp();

    /** How long a secret is still used after another has taken its place. */
    @WithDefault("24h")
    Duration overlap();
}
