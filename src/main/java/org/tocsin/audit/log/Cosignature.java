package org.tocsin.audit.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A witness's signature with its time over a checkpoint (C2SP tlog-cosignature, cosignature/v1). */
public final class Cosignature {

    private static final int TIME_BYTES = 8;

    private Cosignature() {
    }

    /** @param text the checkpoint with all its lines */
    static byte[] message(String text, long epochSeconds) {
        return ("cosignature/v1\ntime " + epochSeconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] of(byte[] signature, long epochSeconds) {
        return ByteBuffer.allocate(TIME_BYTES + signature.length).putLong(epochSeconds).put(signature).array();
    }

    static boolean verifies(byte[] publicKey, String text, byte[] cosignature) {
        return cosignature.length > TIME_BYTES && time(cosignature) >= 0
                && Ed25519.verifies(publicKey, message(text, time(cosignature)),
                        Arrays.copyOfRange(cosignature, TIME_BYTES, cosignature.length));
    }

    /** When it says that it was made, in seconds since 1970; only to be believed once it was verified. */
    public static long time(byte[] cosignature) {
        return ByteBuffer.wrap(cosignature).getLong();
    }
}
