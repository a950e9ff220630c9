package org.tocsin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.audit.log.Check;
import org.tocsin.audit.log.Grown;
import org.tocsin.audit.log.Hash;
import org.tocsin.audit.log.Proofs;
import org.tocsin.audit.log.TileNodes;

/** What is kept for the next proof changes no proof. */
class SignedTilesTest {

    private final Grown tree = Grown.to(70_000);
    private final SignedTiles tiles = new SignedTiles(tree);

    private List<Hash> proof(long index, long size) {
        return Proofs.inclusion(new TileNodes(size, tiles), index, size);
    }

    @Test
    void theNextProofUnderTheSameCheckpointReadsOnlyItsOwnTiles() {
        // Given
        Hash root = tree.root(70_000);
        assertThat(Check.includes(root, 70_000, 12_345, tree.leaf(12_345), proof(12_345, 70_000))).isTrue();
        tree.reads = 0;

        // When
        List<Hash> next = proof(54_321, 70_000);

        // Then
        assertThat(tree.reads).isEqualTo(1);
        assertThat(Check.includes(root, 70_000, 54_321, tree.leaf(54_321), next)).isTrue();
    }

    @Test
    void aTileThatGrewIsAnotherTile() {
        // Given
        proof(1_000, 1_001);

        // Then
        for (long size : new long[] {1_002, 1_023, 1_024, 1_025, 65_536, 69_999}) {
            assertThat(Check.includes(tree.root(size), size, 1_000, tree.leaf(1_000), proof(1_000, size))).as("size " + size).isTrue();
        }
    }
}
