package org.tocsin.audit.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A tree in memory with its entries and every tile of it, made as simply as the definition allows. */
public class Grown implements TileReader {

    private final List<byte[]> entries = new ArrayList<>();
    /** How often a tile was read. */
    public int reads;

    public static Grown to(int size) {
        Grown tree = new Grown();
        for (int i = 0; i < size; i++) {
            tree.entries.add(Merkle.sha256(("entry " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return tree;
    }

    public List<byte[]> entries() {
        return entries;
    }

    public Hash leaf(long index) {
        return Merkle.leaf(entries.get((int) index));
    }

    /** MTH(D[from:to]) word for word (RFC 6962 section 2.1). */
    public Hash root(long from, long to) {
        if (from == to) {
            return Merkle.EMPTY;
        }
        if (from + 1 == to) {
            return leaf(from);
        }
        long k = 1;
        while (k * 2 < to - from) {
            k *= 2;
        }
        return Merkle.node(root(from, from + k), root(from + k, to));
    }

    public Hash root(long size) {
        return root(0, size);
    }

    @Override
    public byte[] read(Tile tile) {
        reads++;
        if (tile.level() == Tile.ENTRIES) {
            return EntryBundle.of(entries.subList((int) tile.first(), (int) tile.first() + tile.width()));
        }
        long leaves = 1L << 8 * tile.level();
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        for (long i = tile.first(); i < tile.first() + tile.width(); i++) {
            hashes.writeBytes(root(i * leaves, (i + 1) * leaves).bytes());
        }
        return hashes.toByteArray();
    }
}
