package org.tocsin.audit.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The tree's hashes (RFC 6962 section 2.1): leaves and nodes begin with different bytes, so that neither passes for the other. */
public final class Merkle {

    /** To look one up takes longer than to hash a leaf. */
    private static final ThreadLocal<MessageDigest> OF_THIS_THREAD = ThreadLocal.withInitial(Merkle::made);

    /** The root of the tree that has no leaf. */
    public static final Hash EMPTY = Hash.owning(sha256().digest());

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Merkle() {
    }

    public static Hash leaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return Hash.owning(digest.digest(entry));
    }

    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.shared());
        return Hash.owning(digest.digest(right.shared()));
    }

    /** @return SHA-256 over the parts one after the other */
    public static byte[] sha256(byte[]... parts) {
        MessageDigest digest = sha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        MessageDigest digest = OF_THIS_THREAD.get();
        digest.reset();
        return digest;
    }

    private static MessageDigest made() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
