package org.tocsin.audit.log;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * One signature under a note.
 *
 * @param name      of the key
 * @param keyId     the key's id as a number of 4 bytes
 * @param signature what the key's algorithm gave
 */
public record SignatureLine(String name, int keyId, byte[] signature) {

    private static final String DASH = "— ";

    /** With its newline. */
    public String written() {
        byte[] bytes = ByteBuffer.allocate(4 + signature.length).putInt(keyId).put(signature).array();
        return DASH + name + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    /** @param line without its newline */
    static SignatureLine parse(String line) {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) {
            throw new Malformed("not a signature line: " + Text.shortened(line));
        }
        String name = line.substring(DASH.length(), space);
        byte[] bytes = Text.base64(line.substring(space + 1));
        if (!VerifierKey.isName(name) || bytes.length < 5) {
            throw new Malformed("not a signature line: " + Text.shortened(line));
        }
        byte[] signature = new byte[bytes.length - 4];
        System.arraycopy(bytes, 4, signature, 0, signature.length);
        return new SignatureLine(name, ByteBuffer.wrap(bytes).getInt(), signature);
    }

    /** Whether it says so; not whether it holds. */
    public boolean isBy(VerifierKey key) {
        return keyId == key.id() && name.equals(key.name());
    }
}
