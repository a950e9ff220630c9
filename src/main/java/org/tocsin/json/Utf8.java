package org.tocsin.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Bytes to text, strictly. The JSON parser would guess UTF-16 and UTF-32 and mend broken sequences; two readers that mend
 * differently see two documents under one signature.
 *
 * @param text     null where the bytes are not UTF-8
 * @param brokenAt the first byte that is not
 */
record Utf8(String text, int brokenAt) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static Utf8 decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            return new Utf8(null, in.position());
        }
        out.flip();
        // RFC 8259 §8.1 lets a parser ignore the mark that some editors and shells write first.
        if (out.hasRemaining() && out.get(0) == BYTE_ORDER_MARK) {
            out.get();
        }
        return new Utf8(out.toString(), -1);
    }
}
