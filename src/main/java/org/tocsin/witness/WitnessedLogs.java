package org.tocsin.witness;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.audit.KeyFile;
import org.tocsin.audit.log.Malformed;
import org.tocsin.audit.log.NoteSigner;
import org.tocsin.audit.log.VerifierKey;
import org.tocsin.seal.Sha256;

/** Which logs we witness, by which keys we know them, and the key with which we cosign. A mistake in it shows at the start. */
@Startup
@Singleton
class WitnessedLogs {

    private final Map<String, List<VerifierKey>> keys = new HashMap<>();
    private final Optional<NoteSigner> cosigner;

    WitnessedLogs(WitnessConfig config) {
        cosigner = config.keyFile().map(file -> KeyFile.cosigning(config.name(), file));
        config.logs().forEach(this::know);
        if (cosigner.isEmpty() && !keys.isEmpty()) {
            throw new IllegalStateException("tocsin.witness.logs names a log, and tocsin.witness.key-file no key to cosign with");
        }
    }

    private void know(String name, WitnessConfig.Log log) {
        try {
            List<VerifierKey> parsed = log.keys().stream().map(VerifierKey::parse).toList();
            if (parsed.isEmpty() || parsed.stream().anyMatch(key -> key.type() != VerifierKey.NOTE)) {
                throw new Malformed("a log's keys sign notes: their type is 1");
            }
            if (keys.put(log.origin().orElse(parsed.get(0).name()), parsed) != null) {
                throw new Malformed("this log is there twice");
            }
        } catch (Malformed e) {
            throw new IllegalStateException("tocsin.witness.logs." + name + " cannot be used: " + e.getMessage());
        }
    }

    /** @return nothing when we do not witness such a log */
    Optional<List<VerifierKey>> keysOf(String origin) {
        return Optional.ofNullable(keys.get(origin));
    }

    /** @param hash SHA-256 of an origin, in lower-case hexadecimal */
    Optional<String> origin(String hash) {
        return keys.keySet().stream().filter(origin -> Sha256.hex(Sha256.of(origin.getBytes(StandardCharsets.UTF_8))).equals(hash)).findFirst();
    }

    /** There is one if we witness any log. */
    Optional<NoteSigner> cosigner() {
        return cosigner;
    }
}
