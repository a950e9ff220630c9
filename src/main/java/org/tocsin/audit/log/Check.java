package org.tocsin.audit.log;

import java.util.List;

/** Verifies proofs (RFC 6962 section 2.1.1 and 2.1.2). Whatever comes from outside is no reason to fail, only to say no. */
public final class Check {

    private static final class Fails extends RuntimeException {
        Fails() {
            super(null, null, false, false);
        }
    }

    private record Roots(Hash older, Hash newer) {
    }

    private Check() {
    }

    /** Whether the tree with this size and root has this leaf at this index. */
    public static boolean includes(Hash root, long size, long index, Hash leaf, List<Hash> path) {
        if (index < 0 || index >= size) {
            return false;
        }
        try {
            return included(path, 0, size, index, leaf).equals(root);
        } catch (Fails tooShortOrTooLong) {
            return false;
        }
    }

    /** Whether the tree with this size and root begins with the whole older one. */
    public static boolean consistent(Hash root, long size, Hash olderRoot, long older, List<Hash> path) {
        if (older < 0 || older > size) {
            return false;
        }
        if (older == 0) {
            return path.isEmpty() && olderRoot.equals(Merkle.EMPTY);
        }
        try {
            Roots roots = consisting(path, 0, size, older, olderRoot);
            return roots.older().equals(olderRoot) && roots.newer().equals(root);
        } catch (Fails tooShortOrTooLong) {
            return false;
        }
    }

    private static Hash included(List<Hash> path, long from, long to, long index, Hash leaf) {
        if (from + 1 == to) {
            must(path.isEmpty());
            return leaf;
        }
        must(!path.isEmpty());
        Hash sibling = path.get(path.size() - 1);
        List<Hash> below = path.subList(0, path.size() - 1);
        long middle = Proofs.split(from, to);
        return index < middle
                ? Merkle.node(included(below, from, middle, index, leaf), sibling)
                : Merkle.node(sibling, included(below, middle, to, index, leaf));
    }

    private static Roots consisting(List<Hash> path, long from, long to, long older, Hash olderRoot) {
        if (older == to) {
            must(path.size() == (from == 0 ? 0 : 1));
            Hash common = from == 0 ? olderRoot : path.get(0);
            return new Roots(common, common);
        }
        must(!path.isEmpty());
        Hash sibling = path.get(path.size() - 1);
        List<Hash> below = path.subList(0, path.size() - 1);
        long middle = Proofs.split(from, to);
        if (older <= middle) {
            Roots left = consisting(below, from, middle, older, olderRoot);
            return new Roots(left.older(), Merkle.node(left.newer(), sibling));
        }
        Roots right = consisting(below, middle, to, older, olderRoot);
        return new Roots(Merkle.node(sibling, right.older()), Merkle.node(sibling, right.newer()));
    }

    private static void must(boolean condition) {
        if (!condition) {
            throw new Fails();
        }
    }
}
