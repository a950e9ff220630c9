package org.tocsin.audit.log;

import java.util.ArrayList;
import java.util.List;

/**
 * All that is needed of a tree to let it grow: its size and the roots of the complete subtrees that it falls into, the
 * largest first, one for each bit of the size. For a million million leaves that is less than 1.3 kB.
 */
public final class RightEdge {

    private final List<Hash> roots;
    private long size;

    private RightEdge(long size, List<Hash> roots) {
        this.size = size;
        this.roots = roots;
    }

    public static RightEdge empty() {
        return new RightEdge(0, new ArrayList<>());
    }

    /** @param stored what {@link #bytes()} gave */
    public static RightEdge of(long size, byte[] stored) {
        if (stored.length != Long.bitCount(size) * Hash.BYTES) {
            throw new Malformed("the right edge of a tree of " + size + " leaves cannot have " + stored.length + " bytes");
        }
        List<Hash> roots = new ArrayList<>();
        for (int from = 0; from < stored.length; from += Hash.BYTES) {
            roots.add(Hash.at(stored, from, Hash.BYTES));
        }
        return new RightEdge(size, roots);
    }

    public byte[] bytes() {
        byte[] bytes = new byte[roots.size() * Hash.BYTES];
        for (int i = 0; i < roots.size(); i++) {
            System.arraycopy(roots.get(i).shared(), 0, bytes, i * Hash.BYTES, Hash.BYTES);
        }
        return bytes;
    }

    public void append(Hash leaf) {
        append(0, leaf);
    }

    /**
     * Appends 2^height leaves at once; the tree must have room for them as one subtree.
     *
     * @param root theirs
     */
    public void append(int height, Hash root) {
        if ((size & (1L << height) - 1) != 0) {
            throw new IllegalStateException("a tree of " + size + " leaves does not end where a subtree of height " + height + " begins");
        }
        Hash last = root;
        // Like adding one to a binary number: each 1 at its end is a subtree that becomes part of a larger one.
        for (long bits = size >> height; (bits & 1) == 1; bits >>= 1) {
            last = Merkle.node(roots.remove(roots.size() - 1), last);
        }
        roots.add(last);
        size += 1L << height;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        if (roots.isEmpty()) {
            return Merkle.EMPTY;
        }
        Hash root = roots.get(roots.size() - 1);
        for (int i = roots.size() - 2; i >= 0; i--) {
            root = Merkle.node(roots.get(i), root);
        }
        return root;
    }
}
