package org.tocsin.audit.log;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** 32 bytes that SHA-256 gave. */
public final class Hash {

    public static final int BYTES = 32;

    private final byte[] value;

    private Hash(byte[] value) {
        this.value = value;
    }

    /** @throws Malformed when it is not 32 bytes long */
    public static Hash of(byte[] bytes) {
        return at(bytes, 0, bytes.length);
    }

    /** The bytes of one hash among others. */
    static Hash at(byte[] bytes, int from, int length) {
        if (length != BYTES || from + length > bytes.length) {
            throw new Malformed("a hash must have 32 bytes and not " + length);
        }
        return new Hash(Arrays.copyOfRange(bytes, from, from + length));
    }

    /** @throws Malformed when it is not the base64 (RFC 4648 section 4) of 32 bytes */
    public static Hash ofBase64(String written) {
        return of(Text.base64(written));
    }

    /** Takes the array over: for what was just computed. */
    static Hash owning(byte[] digest) {
        return new Hash(digest);
    }

    /** Whether it stands at this place, counted in hashes. */
    public boolean isAt(byte[] hashes, int place) {
        int from = place * BYTES;
        return from + BYTES <= hashes.length && Arrays.equals(value, 0, BYTES, hashes, from, from + BYTES);
    }

    public byte[] bytes() {
        return value.clone();
    }

    byte[] shared() {
        return value;
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(value);
    }

    public String hex() {
        return HexFormat.of().formatHex(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(value, hash.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return base64();
    }
}
