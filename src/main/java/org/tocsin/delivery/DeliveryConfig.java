package org.tocsin.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

@ConfigMapping(prefix = "tocsin")
public interface DeliveryConfig {

    /** Those to whom reports can be released, by name. */
    Map<String, Destination> destinations();

    @WithName("delivery")
    Pace pace();

    interface Destination {

        /** The wire protocol: {@code cert} is the CERT intake protocol of docs/cert-intake.md. */
        @WithDefault("cert")
        String kind();

        /** What people call it. */
        String title();

        /** Where it listens, without a path: https://cert.example */
        URI url();

        /** Its own name, to which our signature is addressed. */
        String audience();

        /** A JSON Web Key Set with the keys of its receipts. */
        Path receiptKeys();

        /** The TLS configuration (quarkus.tls.NAME) with our client certificate and whom we trust; the destination's name by default. */
        Optional<String> tls();
    }

    interface Pace {

        /** How long an attempt may take, and how long after a crash until another may begin. */
        @WithDefault("30s")
        Duration lease();

        /** How long to wait for the destination to connect or to answer. */
        @WithDefault("10s")
        Duration timeout();

        /** The wait after the first failure; it doubles with each further one. */
        @WithDefault("2s")
        Duration firstRetry();

        /** The longest wait between two attempts. */
        @WithDefault("15m")
        Duration lastRetry();
    }
}
