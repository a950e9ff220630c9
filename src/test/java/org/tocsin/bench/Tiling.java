package org.tocsin.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.audit.log.Hash;
import org.tocsin.audit.log.RightEdge;
import org.tocsin.audit.log.Tile;
import org.tocsin.audit.log.TileNodes;

/** Lets a tree grow leaf by leaf and gives out each tile as it becomes full. */
final class Tiling {

    interface Sink {

        void full(Tile tile, byte[] hashes, Hash root) throws IOException;
    }

    private final RightEdge edge;
    /** On each level: the hashes of the tile that is being filled. */
    private final List<List<Hash>> rows;
    private final Sink sink;

    /** @param rows on each level, what the tile that is not full has; is changed */
    Tiling(RightEdge edge, List<List<Hash>> rows, Sink sink) {
        this.edge = edge;
        this.rows = rows;
        this.sink = sink;
    }

    void append(Hash leaf) throws IOException {
        edge.append(leaf);
        add(0, leaf);
    }

    private void add(int level, Hash hash) throws IOException {
        while (rows.size() <= level) {
            rows.add(new ArrayList<>());
        }
        List<Hash> row = rows.get(level);
        row.add(hash);
        if (row.size() == Tile.FULL) {
            byte[] hashes = joined(row);
            Hash root = TileNodes.root(hashes);
            sink.full(new Tile(level, (edge.size() >> 8 * (level + 1)) - 1, Tile.FULL), hashes, root);
            row.clear();
            add(level + 1, root);
        }
    }

    RightEdge edge() {
        return edge;
    }

    /** The tile that is not full. */
    byte[] rest(int level) {
        return joined(rows.get(level));
    }

    private static byte[] joined(List<Hash> row) {
        ByteArrayOutputStream hashes = new ByteArrayOutputStream(row.size() * Hash.BYTES);
        row.forEach(hash -> hashes.writeBytes(hash.bytes()));
        return hashes.toByteArray();
    }
}
