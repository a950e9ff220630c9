package org.tocsin.seal;

import java.nio.file.Path;
import java.security.Key;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetSequenceJsonWebKey;

/**
 * The keys that encrypt what is stored and read back, by their ids: one that encrypts, and older ones that still decrypt.
 *
 * @param primary the id of the one that encrypts
 */
record SecretKeys(String primary, Map<String, Key> keys) {

    private static final int KEY_BYTES = 32;

    /** @throws IllegalStateException when the file is not a set of AES-256 keys with ids of their own */
    static SecretKeys read(Path file) {
        return of(Jwks.keySet(file), file);
    }

    private static SecretKeys of(JsonWebKeySet set, Path file) {
        Map<String, Key> keys = new LinkedHashMap<>();
        for (JsonWebKey key : set.getJsonWebKeys()) {
            if (!(key instanceof OctetSequenceJsonWebKey secret) || secret.getOctetSequence().length != KEY_BYTES) {
                throw new IllegalStateException("tocsin.secrets.key-file must hold keys of kty oct with 32 bytes: " + file);
            }
            if (key.getKeyId() == null || key.getKeyId().isBlank()
                    || keys.put(key.getKeyId(), new SecretKeySpec(secret.getOctetSequence(), "AES")) != null) {
                throw new IllegalStateException("Each key in tocsin.secrets.key-file must have a kid of its own: " + file);
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalStateException("tocsin.secrets.key-file holds no key: " + file);
        }
        return new SecretKeys(keys.keySet().iterator().next(), keys);
    }

    Key encrypting() {
        return keys.get(primary);
    }

    Optional<Key> of(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    /** Never the keys themselves. */
    @Override
    public String toString() {
        return "SecretKeys[primary=" + primary + ", ids=" + keys.keySet() + "]";
    }
}
