package org.tocsin.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.EntryBundle;
import org.tocsin.audit.log.Hash;
import org.tocsin.audit.log.Merkle;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.NoteSigner;
import org.tocsin.audit.log.RightEdge;
import org.tocsin.audit.log.Signers;
import org.tocsin.audit.log.Tile;
import org.tocsin.audit.log.TileReader;
import org.tocsin.audit.verify.Finding;
import org.tocsin.audit.verify.LogVerification;

/** The verifier alone: a whole log whose tiles are in memory. */
final class Verification {

    private static final int LEAVES = 1 << 20;
    private static final int RUNS = 4;

    private Verification() {
    }

    static String alone() throws IOException {
        Map<Tile, byte[]> tiles = new HashMap<>();
        Tiling tiling = new Tiling(RightEdge.empty(), new ArrayList<>(), (tile, hashes, root) -> tiles.put(tile, hashes));
        List<byte[]> bundle = new ArrayList<>();
        for (long index = 0; index < LEAVES; index++) {
            byte[] entry = ByteBuffer.allocate(Hash.BYTES).putLong(index).array();
            tiling.append(Merkle.leaf(entry));
            bundle.add(entry);
            if (bundle.size() == Tile.FULL) {
                tiles.put(new Tile(Tile.ENTRIES, index / Tile.FULL, Tile.FULL), EntryBundle.of(bundle));
                bundle.clear();
            }
        }
        NoteSigner log = Signers.named("bench.example");
        String text = new Checkpoint("bench.example", LEAVES, tiling.edge().root()).text();
        byte[] checkpoint = new Note(text, List.of(log.sign(text))).written().getBytes(StandardCharsets.UTF_8);
        TileReader reader = tile -> tile.isFull() ? tiles.get(tile) : tiling.rest(tile.level());
        double seconds = 0;
        for (int run = 0; run < RUNS; run++) {
            long begin = System.nanoTime();
            if (!new LogVerification(reader, List.of(log.key())).verify(checkpoint, Optional.empty()).stream().allMatch(Finding::isProved)) {
                throw new IllegalStateException("A good log was not proved");
            }
            // The first runs are until the code is compiled.
            seconds = (System.nanoTime() - begin) / 1e9;
        }
        return String.format(Locale.ROOT, "%-44s %8.0f leaves/s (%d in %.1f s)", "the verifier alone", LEAVES / seconds, LEAVES, seconds);
    }
}
