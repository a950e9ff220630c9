package org.tocsin.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app shows: RFC 6238 with its usual choices, SHA-1, six digits, thirty seconds. */
final class OneTimeCodes {

    private static final long SECONDS = 30;

    private final byte[] secret;

    /** @param secret as Keycloak's page holds it beside the picture to be scanned */
    OneTimeCodes(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    String now() {
        return at(step());
    }

    /** Not due yet; a server that allows for clocks takes it already. */
    String next() {
        return at(step() + 1);
    }

    private static long step() {
        return System.currentTimeMillis() / 1000 / SECONDS;
    }

    private String at(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] digest = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(digest).getInt(digest[digest.length - 1] & 0x0f) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
