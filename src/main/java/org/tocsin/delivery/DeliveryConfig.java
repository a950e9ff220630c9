package org.tocsin.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

@ConfigMapping(prefix = "tocsin.destinations")
public interface DeliveryConfig {

    /** Those to whom reports can be released, by name. */
    @WithParentName
    Map<String, Destination> destinations();

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
}
