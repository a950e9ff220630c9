package org.tocsin.audit.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * A public key with its name (C2SP signed-note, verifier keys).
 *
 * @param type what it signs: {@link #NOTE} or {@link #COSIGNATURE}
 */
public record VerifierKey(String name, byte type, byte[] publicKey) {

    /** Ed25519 over the text of a note. */
    public static final byte NOTE = 0x01;
    /** Ed25519 over a checkpoint and the time of signing (C2SP tlog-cosignature). */
    public static final byte COSIGNATURE = 0x04;

    public VerifierKey {
        if (!isName(name)) {
            throw new Malformed("a key's name is not empty and has neither spaces nor plus");
        }
        if (type != NOTE && type != COSIGNATURE) {
            throw new Malformed("keys of type " + type + " are not known here");
        }
        if (publicKey.length != Ed25519.BYTES) {
            throw new Malformed("an Ed25519 key has 32 bytes and not " + publicKey.length);
        }
    }

    /** @throws Malformed when it is not {@code name+id+base64(type || key)}, or the id is not that of the key */
    public static VerifierKey parse(String written) {
        String[] parts = written.split("\\+", 3);
        if (parts.length != 3) {
            throw new Malformed("not a verifier key: " + Text.shortened(written));
        }
        byte[] typeAndKey = Text.base64(parts[2]);
        if (typeAndKey.length == 0) {
            throw new Malformed("a verifier key without key");
        }
        VerifierKey key = new VerifierKey(parts[0], typeAndKey[0], Arrays.copyOfRange(typeAndKey, 1, typeAndKey.length));
        if (!key.hexId().equals(parts[1])) {
            throw new Malformed("the verifier key's id is " + key.hexId() + " and not " + Text.shortened(parts[1]));
        }
        return key;
    }

    public String written() {
        return name + "+" + hexId() + "+" + Base64.getEncoder().encodeToString(typeAndKey());
    }

    public int id() {
        return ByteBuffer.wrap(Merkle.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typeAndKey())).getInt();
    }

    private String hexId() {
        return "%08x".formatted(id());
    }

    private byte[] typeAndKey() {
        return ByteBuffer.allocate(1 + publicKey.length).put(type).put(publicKey).array();
    }

    boolean verifies(String text, byte[] signature) {
        return type == NOTE
                ? Ed25519.verifies(publicKey, text.getBytes(StandardCharsets.UTF_8), signature)
                : Cosignature.verifies(publicKey, text, signature);
    }

    static boolean isName(String name) {
        return !name.isEmpty() && name.codePoints().noneMatch(c -> c == '+' || Character.isSpaceChar(c) || Character.isWhitespace(c));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && name.equals(key.name) && type == key.type && Arrays.equals(publicKey, key.publicKey);
    }

    @Override
    public int hashCode() {
        return id();
    }

    @Override
    public String toString() {
        return written();
    }
}
