package org.tocsin.audit.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.audit.log.EntryBundle;
import org.tocsin.audit.log.Hash;
import org.tocsin.audit.log.Malformed;
import org.tocsin.audit.log.Merkle;
import org.tocsin.audit.log.RightEdge;
import org.tocsin.audit.log.Tile;
import org.tocsin.audit.log.TileNodes;
import org.tocsin.audit.log.TileReader;

/**
 * Hashes all entries from the first to the last and compares on each level with the tiles that the server has, so that
 * whatever does not fit is found where it is and not only in the root.
 */
final class Rebuilding {

    /** The first index that does not fit. */
    static final class Bad extends RuntimeException {
        Bad(String message) {
            super(message, null, false, false);
        }
    }

    /** A full tile is a subtree of 2^8 leaves. */
    private static final int HEIGHT = 8;

    private final TileReader server;
    private final long size;
    /** The sizes at which the root is wanted too, and the root when it was that size. */
    private final Map<Long, Hash> roots = new HashMap<>();
    private final Set<Long> wanted;
    private final RightEdge edge = RightEdge.empty();
    /** On each level above the leaves: the hashes of the tile that is being filled. */
    private final List<List<Hash>> rows = new ArrayList<>();

    /** @param wanted sizes at which the root is wanted too */
    Rebuilding(TileReader server, long size, Set<Long> wanted) {
        this.server = server;
        this.size = size;
        this.wanted = wanted;
    }

    Hash root() {
        return edge.root();
    }

    /** @return null when it was not asked for, or the log is smaller */
    Hash rootAt(long earlier) {
        return roots.get(earlier);
    }

    void run() {
        remember();
        for (long number = 0; number < LogVerification.bundles(size); number++) {
            read(Tile.within(size, 0, number));
        }
        for (int level = 1; level <= rows.size(); level++) {
            long rest = rows.get(level - 1).size();
            if (rest > 0) {
                compare(level, Tile.hashes(size, level) / Tile.FULL, rows.get(level - 1));
            }
        }
    }

    private void read(Tile hashes) {
        List<byte[]> entries = entries(new Tile(Tile.ENTRIES, hashes.number(), hashes.width()));
        byte[] row = tile(hashes);
        boolean atOnce = hashes.isFull() && wanted.stream().noneMatch(size -> size > hashes.first() && size < hashes.first() + Tile.FULL);
        for (int i = 0; i < hashes.width(); i++) {
            long index = hashes.first() + i;
            if (i >= entries.size()) {
                throw new Bad("the first bad index is %d: its entry is missing, the bundle ends before it".formatted(index));
            }
            Hash leaf = Merkle.leaf(entries.get(i));
            if (!leaf.isAt(row, i)) {
                throw new Bad("the first bad index is %d: its entry hashes to %s, and the tree has %s there".formatted(index, leaf, hash(row, i)));
            }
            if (!atOnce) {
                edge.append(leaf);
                remember();
            }
        }
        if (entries.size() > hashes.width()) {
            throw new Bad("the first bad index is %d: the bundle has more entries than the tree".formatted(hashes.first() + hashes.width()));
        }
        if (hashes.isFull()) {
            Hash root = TileNodes.root(row);
            if (atOnce) {
                edge.append(HEIGHT, root);
                remember();
            }
            climb(1, root);
        }
    }

    private void climb(int level, Hash root) {
        while (rows.size() < level) {
            rows.add(new ArrayList<>());
        }
        List<Hash> row = rows.get(level - 1);
        row.add(root);
        if (row.size() == Tile.FULL) {
            long number = edge.size() / Tile.FULL / pow(level) - 1;
            byte[] hashes = compare(level, number, row);
            row.clear();
            climb(level + 1, TileNodes.root(hashes));
        }
    }

    private byte[] compare(int level, long number, List<Hash> row) {
        Tile tile = new Tile(level, number, row.size());
        byte[] served = tile(tile);
        for (int i = 0; i < row.size(); i++) {
            if (!row.get(i).isAt(served, i)) {
                long first = (tile.first() + i) * pow(level);
                throw new Bad("the first bad index is one from %d to %d: %s has another hash for them".formatted(first, first + pow(level) - 1, tile.path()));
            }
        }
        return served;
    }

    private void remember() {
        if (!wanted.isEmpty() && wanted.contains(edge.size())) {
            roots.put(edge.size(), edge.root());
        }
    }

    private List<byte[]> entries(Tile tile) {
        try {
            return EntryBundle.parse(server.read(tile));
        } catch (Malformed why) {
            throw new Bad("the first bad index is one from %d on: %s cannot be read: %s".formatted(tile.first(), tile.path(), why.getMessage()));
        }
    }

    private byte[] tile(Tile tile) {
        byte[] hashes;
        try {
            hashes = server.read(tile);
        } catch (Malformed why) {
            throw new Bad("the first bad index is one from %d on: %s".formatted(tile.first() * pow(tile.level()), why.getMessage()));
        }
        if (hashes.length != tile.width() * Hash.BYTES) {
            throw new Bad("the first bad index is one from %d on: %s has %d bytes and not %d"
                    .formatted(tile.first() * pow(tile.level()), tile.path(), hashes.length, tile.width() * Hash.BYTES));
        }
        return hashes;
    }

    private static Hash hash(byte[] row, int i) {
        return Hash.of(Arrays.copyOfRange(row, i * Hash.BYTES, (i + 1) * Hash.BYTES));
    }

    /** How many leaves a hash of this level stands for. */
    private static long pow(int level) {
        return 1L << 8 * level;
    }
}
