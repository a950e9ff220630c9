package org.tocsin.audit;

import java.net.URI;
import java.util.Optional;
import org.tocsin.audit.log.Malformed;
import org.tocsin.audit.log.VerifierKey;

/**
 * Somebody whom we ask to cosign our checkpoints.
 *
 * @param prefix where it is asked
 * @param key    what its cosignatures are verified by; its name is the witness's
 * @param tls    the TLS configuration that says whom we trust there
 */
record Witness(URI prefix, VerifierKey key, Optional<String> tls) {

    /** @throws IllegalStateException when the configuration has no key for cosignatures */
    static Witness of(String name, LogConfig.Witness config) {
        try {
            VerifierKey key = VerifierKey.parse(config.key());
            if (key.type() != VerifierKey.COSIGNATURE) {
                throw new Malformed("it signs notes and does not cosign: its type must be 4");
            }
            String prefix = config.url().toString();
            return new Witness(URI.create(prefix.endsWith("/") ? prefix : prefix + "/"), key, config.tls());
        } catch (Malformed e) {
            throw new IllegalStateException("tocsin.audit.log.witnesses." + name + ".key cannot be used: " + e.getMessage());
        }
    }

    String name() {
        return key.name();
    }
}
