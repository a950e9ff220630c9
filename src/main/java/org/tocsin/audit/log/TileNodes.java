package org.tocsin.audit.log;

import java.util.HashMap;
import java.util.Map;

/**
 * The subtrees of a tree of a certain size, from its tiles. Each tile is read once; nothing of what they say is trusted
 * for that: whoever uses it checks the proof that comes out. For one proof after the other, not for all of them.
 */
public final class TileNodes implements Nodes {

    private final long size;
    private final TileReader tiles;
    private final Map<Tile, byte[]> read = new HashMap<>();

    public TileNodes(long size, TileReader tiles) {
        this.size = size;
        this.tiles = tiles;
    }

    @Override
    public Hash at(int level, long index) {
        int tileLevel = level / Tile.HEIGHT;
        int height = level % Tile.HEIGHT;
        long first = index << height;
        Tile tile = Tile.within(size, tileLevel, first / Tile.FULL);
        return subtree(read.computeIfAbsent(tile, this::checked), (int) (first % Tile.FULL), 1 << height);
    }

    private byte[] checked(Tile tile) {
        byte[] hashes = tiles.read(tile);
        if (hashes.length != tile.width() * Hash.BYTES) {
            throw new Malformed(tile.path() + " has " + hashes.length + " bytes and not " + tile.width() * Hash.BYTES);
        }
        return hashes;
    }

    /** @param count a power of two */
    static Hash subtree(byte[] hashes, int first, int count) {
        return count == 1
                ? Hash.at(hashes, first * Hash.BYTES, Hash.BYTES)
                : Merkle.node(subtree(hashes, first, count / 2), subtree(hashes, first + count / 2, count / 2));
    }

    /** The root of a full tile, which is one hash of the level above. */
    public static Hash root(byte[] full) {
        if (full.length != Tile.FULL * Hash.BYTES) {
            throw new Malformed("not a full tile: " + full.length + " bytes");
        }
        return subtree(full, 0, Tile.FULL);
    }
}
