package org.tocsin.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.EntryBundle;
import org.tocsin.audit.log.Grown;
import org.tocsin.audit.log.Hash;
import org.tocsin.audit.log.Merkle;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.NoteSigner;
import org.tocsin.audit.log.Signers;
import org.tocsin.audit.log.Tile;
import org.tocsin.audit.log.TileReader;

/** Whatever a server does to its log, the verifier finds it and names it. 66,000 entries: tiles on three levels. */
class LyingServerTest {

    private static final int SIZE = 66_000;
    private static final Grown HONEST = Grown.to(SIZE);
    private static final NoteSigner LOG = Signers.named("log.example");
    private static final byte[] NOW = signed(LOG, HONEST, SIZE);

    private static byte[] signed(NoteSigner signer, Grown tree, int size) {
        String text = new Checkpoint("log.example", size, tree.root(size)).text();
        return new Note(text, List.of(signer.sign(text))).written().getBytes(StandardCharsets.UTF_8);
    }

    private static Grown rewritten(int size, UnaryOperator<List<byte[]>> lie) {
        Grown tree = Grown.to(size);
        List<byte[]> entries = lie.apply(new ArrayList<>(tree.entries()));
        tree.entries().clear();
        tree.entries().addAll(entries);
        return tree;
    }

    private static UnaryOperator<List<byte[]>> changing(int index) {
        return entries -> {
            entries.set(index, Merkle.sha256("another".getBytes(StandardCharsets.UTF_8)));
            return entries;
        };
    }

    /** Lies in its entries alone; its hashes are the true ones. */
    private static TileReader entriesOf(Grown lie) {
        return tile -> tile.level() == Tile.ENTRIES ? lie.read(tile) : HONEST.read(tile);
    }

    private static List<Finding> verify(TileReader server, byte[] now, byte[] then) {
        return new LogVerification(server, List.of(LOG.key())).verify(now, Optional.ofNullable(then));
    }

    private static void isFound(List<Finding> findings, String... words) {
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.isProved()).isFalse();
            assertThat(finding.toString()).contains(words);
        });
    }

    @Test
    void anHonestLogIsProvedAlsoAgainstWhatWasKept() {
        assertThat(verify(HONEST, NOW, null)).hasSize(2).allMatch(Finding::isProved);
        for (int then : List.of(0, 1, 255, 256, 257, 65_536, 65_999, SIZE)) {
            assertThat(verify(HONEST, NOW, signed(LOG, HONEST, then))).as("size " + then).hasSize(5).allMatch(Finding::isProved);
        }
    }

    @Test
    void aChangedLeafIsNamed() {
        isFound(verify(entriesOf(rewritten(SIZE, changing(12_345))), NOW, null), "first bad index is 12345:");
        isFound(verify(entriesOf(rewritten(SIZE, changing(65_999))), NOW, null), "first bad index is 65999:");
    }

    @Test
    void aChangedLeafIsNarrowedDownWhenTheTileBelowItWasChangedToo() {
        // Given
        Grown lie = rewritten(SIZE, changing(12_345));

        // When
        List<Finding> findings = verify(tile -> tile.level() <= 0 ? lie.read(tile) : HONEST.read(tile), NOW, null);

        // Then
        isFound(findings, "first bad index is one from 12288 to 12543");
    }

    @Test
    void aSwappedOrderIsNamed() {
        isFound(verify(entriesOf(rewritten(SIZE, entries -> {
            java.util.Collections.swap(entries, 300, 40_000);
            return entries;
        })), NOW, null), "first bad index is 300:");
    }

    @Test
    void aDroppedEntryIsNamed() {
        TileReader dropping = tile -> tile.level() != Tile.ENTRIES || tile.number() != 2 ? HONEST.read(tile) : without(tile, 600 - 512);
        TileReader droppingTheLast = tile -> tile.level() != Tile.ENTRIES || tile.number() != 2 ? HONEST.read(tile) : without(tile, 255);

        isFound(verify(dropping, NOW, null), "first bad index is 600:");
        isFound(verify(droppingTheLast, NOW, null), "first bad index is 767:", "missing");
    }

    private static byte[] without(Tile tile, int place) {
        List<byte[]> entries = EntryBundle.parse(HONEST.read(tile));
        entries.remove(place);
        return EntryBundle.of(entries);
    }

    @Test
    void aTileOrABundleThatIsCutOffIsNamed() {
        TileReader cutTile = tile -> tile.equals(new Tile(0, 3, 256)) ? new byte[255 * Hash.BYTES] : HONEST.read(tile);
        TileReader cutBundle = tile -> tile.equals(new Tile(Tile.ENTRIES, 3, 256))
                ? Arrays.copyOf(HONEST.read(tile), 1_000) : HONEST.read(tile);

        isFound(verify(cutTile, NOW, null), "tile/0/003", "8160 bytes");
        isFound(verify(cutBundle, NOW, null), "tile/entries/003", "one from 768 on");
    }

    @Test
    void aTreeThatWasRewrittenThroughoutFitsNoSignature() {
        // Given
        Grown lie = rewritten(SIZE, changing(12_345));

        // Then
        isFound(verify(lie, NOW, null), "root of all entries", "one from 0 to 65999");
        isFound(verify(lie, NOW, signed(LOG, HONEST, 10_000)), "root of all entries", "one from 10000 to 65999");
        isFound(verify(lie, NOW, signed(LOG, HONEST, 20_000)), "they were rewritten", "one from 0 to 19999");
    }

    @Test
    void aSplitViewIsFoundByACheckpointThatWasKept() {
        // Given
        Grown other = rewritten(SIZE, changing(12_345));
        byte[] signedOther = signed(LOG, other, SIZE);

        // Then
        assertThat(verify(other, signedOther, null)).as("what nobody can see who has one side only").allMatch(Finding::isProved);
        isFound(verify(other, signedOther, NOW), "split view");
        isFound(verify(other, signedOther, signed(LOG, HONEST, 12_346)), "split view", "one from 0 to 12345");
        assertThat(verify(other, signedOther, signed(LOG, HONEST, 12_345))).as("before they differed").allMatch(Finding::isProved);
    }

    @Test
    void aTreeThatWasRolledBackIsNamed() {
        isFound(verify(HONEST, signed(LOG, HONEST, 65_000), NOW), "rolled back", "had 66000", "65000 now");
    }

    @Test
    void anotherKeyIsNamed() {
        // Given
        NoteSigner other = Signers.named("log.example");

        // Then
        isFound(verify(HONEST, signed(other, HONEST, SIZE), null), "checkpoint is signed by the log", "none of its signatures");
        isFound(verify(HONEST, NOW, signed(other, HONEST, 5)), "checkpoint that was kept", "none of its signatures");
        byte[] forged = new String(NOW, StandardCharsets.UTF_8).replace("\n66000\n", "\n66001\n").getBytes(StandardCharsets.UTF_8);
        isFound(verify(HONEST, forged, null), "does not verify");
        isFound(verify(HONEST, "nothing".getBytes(StandardCharsets.UTF_8), null), "a note without signatures");
    }
}
