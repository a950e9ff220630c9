package org.tocsin.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

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
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Commitment(salt, content, digest(salt, content));
    }

    static byte[] digest(byte[] salt, byte[] content) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            return sha256.digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
