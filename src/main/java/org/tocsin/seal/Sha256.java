package org.tocsin.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), without the checked exception for a Java that lacks it. */
public final class Sha256 {

    private Sha256() {
    }

    /** @return 32 bytes, over the parts one after the other */
    public static byte[] of(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** @return 64 lower-case hexadecimal digits */
    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
