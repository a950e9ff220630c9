package org.tocsin.audit.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads the small things that all these texts are made of, in the one way in which each may be written. */
final class Text {

    private Text() {
    }

    /** A number without sign and leading zeros. */
    static long decimal(String written) {
        if (!written.matches("0|[1-9][0-9]{0,18}")) {
            throw new Malformed("not a decimal number without leading zeros: " + shortened(written));
        }
        try {
            return Long.parseLong(written);
        } catch (NumberFormatException tooLarge) {
            throw new Malformed("a number too large: " + written);
        }
    }

    /** RFC 4648 section 4, padded, and as its only encoding. */
    static byte[] base64(String written) {
        try {
            byte[] bytes = Base64.getDecoder().decode(written);
            if (Base64.getEncoder().encodeToString(bytes).equals(written)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // said below
        }
        throw new Malformed("not base64 (RFC 4648 section 4): " + shortened(written));
    }

    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("not UTF-8");
        }
    }

    static String shortened(String written) {
        return written.length() <= 60 ? written : written.substring(0, 60) + "…";
    }
}
