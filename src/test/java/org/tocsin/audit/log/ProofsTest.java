package org.tocsin.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Over trees of all kinds of sizes, with every tile that such a tree has: full, partial, on three levels. */
class ProofsTest {

    private static final Grown TREE = Grown.to(70_000);

    private static Nodes nodes(long size) {
        return new TileNodes(size, TREE);
    }

    @Property(tries = 60)
    void everyLeafIsProvenByTheTilesAndNoOtherIs(@ForAll @IntRange(min = 1, max = 3_000) int size, @ForAll @IntRange(max = 2_999) int any) {
        // Given
        int index = any % size;
        Hash root = TREE.root(size);

        // When
        List<Hash> path = Proofs.inclusion(nodes(size), index, size);

        // Then
        assertThat(Check.includes(root, size, index, TREE.leaf(index), path)).isTrue();
        assertThat(Check.includes(root, size, index, TREE.leaf(index + 1), path)).isFalse();
        assertThat(Check.includes(root, size, index + 1, TREE.leaf(index), path)).isFalse();
        assertThat(Check.includes(TREE.root(size + 1), size, index, TREE.leaf(index), path)).isFalse();
        isRefusedWhenTouched(path, touched -> Check.includes(root, size, index, TREE.leaf(index), touched));
    }

    @Property(tries = 60)
    void everyEarlierTreeIsProvenAndNoOtherIs(@ForAll @IntRange(min = 1, max = 3_000) int size, @ForAll @IntRange(max = 2_999) int any) {
        // Given
        int older = any % size;
        Hash root = TREE.root(size);
        Hash olderRoot = TREE.root(older);

        // When
        List<Hash> path = Proofs.consistency(nodes(size), older, size);

        // Then
        assertThat(Check.consistent(root, size, olderRoot, older, path)).isTrue();
        assertThat(Check.consistent(root, size, TREE.root(older + 1), older, path)).isFalse();
        if (older > 0) {
            assertThat(Check.consistent(TREE.root(1, size + 1), size, olderRoot, older, path)).isFalse();
            isRefusedWhenTouched(path, touched -> Check.consistent(root, size, olderRoot, older, touched));
        }
    }

    @Property(tries = 60)
    void theRightEdgeKnowsTheRootThatTheTilesGive(@ForAll @IntRange(max = 3_000) int size, @ForAll @IntRange(max = 600) int more) {
        // Given
        RightEdge edge = RightEdge.empty();
        for (int i = 0; i < size; i++) {
            edge.append(TREE.leaf(i));
        }

        // When
        RightEdge restored = RightEdge.of(size, edge.bytes());
        for (int i = size; i < size + more; i++) {
            restored.append(TREE.leaf(i));
        }

        // Then
        assertThat(restored.root()).isEqualTo(Proofs.root(nodes(size + more), size + more)).isEqualTo(TREE.root(size + more));
    }

    /** 70,000 leaves have tiles on three levels; no proof needs more than two of a level. */
    @Test
    void aProofReadsFewTiles() {
        // Given
        int size = 70_000;
        TREE.reads = 0;

        // When
        List<Hash> path = Proofs.inclusion(nodes(size), 12_345, size);

        // Then
        assertThat(TREE.reads).isLessThanOrEqualTo(6);
        assertThat(Check.includes(TREE.root(size), size, 12_345, TREE.leaf(12_345), path)).isTrue();
    }

    private static void isRefusedWhenTouched(List<Hash> path, java.util.function.Predicate<List<Hash>> accepts) {
        for (int i = 0; i < path.size(); i++) {
            List<Hash> forged = new ArrayList<>(path);
            forged.set(i, Merkle.node(path.get(i), path.get(i)));
            assertThat(accepts.test(forged)).isFalse();
        }
        List<Hash> longer = new ArrayList<>(path);
        longer.add(Merkle.EMPTY);
        assertThat(accepts.test(longer)).isFalse();
        if (!path.isEmpty()) {
            assertThat(accepts.test(path.subList(0, path.size() - 1))).isFalse();
            assertThat(accepts.test(path.subList(1, path.size()))).isFalse();
        }
    }

    @Property(tries = 50)
    void aFullTileIsAppendedAtOnceAsItsLeavesAreOneByOne(@ForAll @IntRange(max = 12) int tiles, @ForAll @IntRange(max = 300) int more) {
        // Given
        Grown tree = Grown.to(tiles * Tile.FULL + more);
        RightEdge oneByOne = RightEdge.empty();
        RightEdge atOnce = RightEdge.empty();

        // When
        for (int i = 0; i < tree.entries().size(); i++) {
            oneByOne.append(tree.leaf(i));
        }
        for (int tile = 0; tile < tiles; tile++) {
            atOnce.append(Tile.HEIGHT, TileNodes.root(tree.read(new Tile(0, tile, Tile.FULL))));
        }
        for (int i = tiles * Tile.FULL; i < tree.entries().size(); i++) {
            atOnce.append(tree.leaf(i));
        }

        // Then
        assertThat(atOnce.bytes()).isEqualTo(oneByOne.bytes());
        assertThat(atOnce.size()).isEqualTo(oneByOne.size());
        if (more % Tile.FULL != 0) {
            assertThatThrownBy(() -> atOnce.append(Tile.HEIGHT, Merkle.EMPTY)).isInstanceOf(IllegalStateException.class);
        }
    }
}
