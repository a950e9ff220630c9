package org.tocsin.audit.log;

import java.util.ArrayList;
import java.util.List;

/** Makes proofs (RFC 6962 section 2.1.1 and 2.1.2) from the complete subtrees of a tree; reads O(log size) of them. */
public final class Proofs {

    private Proofs() {
    }

    public static Hash root(Nodes nodes, long size) {
        return size == 0 ? Merkle.EMPTY : range(nodes, 0, size);
    }

    /** That the leaf at this index is in the tree of this size: the siblings on the way from the leaf up to the root. */
    public static List<Hash> inclusion(Nodes nodes, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<Hash> path = new ArrayList<>();
        include(nodes, 0, size, index, path);
        return path;
    }

    /** That the tree of this size begins with the whole older one. Empty when that is empty or the same. */
    public static List<Hash> consistency(Nodes nodes, long older, long size) {
        if (older < 0 || older > size) {
            throw new IllegalArgumentException("a tree of " + size + " does not begin with one of " + older);
        }
        List<Hash> path = new ArrayList<>();
        if (older > 0 && older < size) {
            consist(nodes, 0, size, older, path);
        }
        return path;
    }

    private static void include(Nodes nodes, long from, long to, long index, List<Hash> path) {
        if (from + 1 == to) {
            return;
        }
        long middle = split(from, to);
        if (index < middle) {
            include(nodes, from, middle, index, path);
            path.add(range(nodes, middle, to));
        } else {
            include(nodes, middle, to, index, path);
            path.add(range(nodes, from, middle));
        }
    }

    private static void consist(Nodes nodes, long from, long to, long older, List<Hash> path) {
        if (older == to) {
            // Where the older tree is whole, its root is known to whoever checks.
            if (from > 0) {
                path.add(range(nodes, from, to));
            }
            return;
        }
        long middle = split(from, to);
        if (older <= middle) {
            consist(nodes, from, middle, older, path);
            path.add(range(nodes, middle, to));
        } else {
            consist(nodes, middle, to, older, path);
            path.add(range(nodes, from, middle));
        }
    }

    /** Where RFC 6962 divides these leaves: after the largest power of two that leaves something over. */
    static long split(long from, long to) {
        return from + Long.highestOneBit(to - from - 1);
    }

    private static Hash range(Nodes nodes, long from, long to) {
        List<Hash> complete = new ArrayList<>();
        for (long at = from; at < to; ) {
            int level = 63 - Long.numberOfLeadingZeros(to - at);
            complete.add(nodes.at(level, at >> level));
            at += 1L << level;
        }
        Hash root = complete.get(complete.size() - 1);
        for (int i = complete.size() - 2; i >= 0; i--) {
            root = Merkle.node(complete.get(i), root);
        }
        return root;
    }
}
