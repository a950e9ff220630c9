package org.tocsin.audit;

import java.security.SecureRandom;
import org.tocsin.seal.Sha256;

/**
 * SHA-256 over a random salt and the content. It binds us to the content and, while the salt is
 * kept with it, tells nothing of it: erasing the two leaves a leaf that still proves its place.
 *
 * @param salt    32 random bytes
 * @param content canonical JSON
 * @param digest  32 bytes
 */
record Commitment(byte[] salt, byte[] content, byte[] digest) {

    static final int SALT_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Commitment to(byte[] content) {
        byte[] salt = freshSalt();
        return new Commitment(salt, content, Sha256.of(salt, content));
    }

    static byte[] freshSalt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }
}
