package org.tocsin.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

    @ParameterizedTest
    @CsvSource({"0,1,256,tile/0/001", "0,1234067,256,tile/0/x001/x234/067", "1,0,1,tile/1/000.p/1",
        "5,123456078,2,tile/5/x123/x456/078.p/2", "-1,3057500,256,tile/entries/x003/x057/500", "-1,7,112,tile/entries/007.p/112"})
    void aTileHasOnePath(int level, long number, int width, String path) {
        assertThat(new Tile(level, number, width).path()).isEqualTo(path);
        assertThat(Tile.parse(path)).isEqualTo(new Tile(level, number, width));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/0/1", "tile/00/001", "tile/-1/001", "tile/64/001", "tile/0/123/456", "tile/0/x000/001",
        "tile/0/001.p/0", "tile/0/001.p/256", "tile/0/001.p/012", "tile/0/001.p/", "tile/0/001/", "tile/0/x001", "tile/data/001",
        "0/001", "tile/0/../001", "tile/0/x999/x999/x999/x999/x999/x999/999", "tile/8/0/001", "tile/0/x999/x999/x999/x999/x999/999",
        "tile/entries/x036/x028/x797/x018/x963/967", ""})
    void noOtherPathIsTaken(String path) {
        assertThatThrownBy(() -> Tile.parse(path)).isInstanceOf(Malformed.class);
    }

    @Property(tries = 100)
    void pathsAreReadAsTheyWereWritten(@ForAll @IntRange(min = -1, max = 63) int level,
            @ForAll @LongRange(max = 999_999_999_999L) long number, @ForAll @IntRange(min = 1, max = 256) int width) {
        Tile tile = new Tile(level, number, width);

        assertThat(Tile.parse(tile.path())).isEqualTo(tile);
    }

    /** The example of the specification: 70,000 leaves. */
    @Test
    void aTreeHasTheTilesThatTheSpecificationCounts() {
        assertThat(Tile.within(70_000, 0, 272)).isEqualTo(new Tile(0, 272, 256));
        assertThat(Tile.within(70_000, 0, 273)).isEqualTo(new Tile(0, 273, 112));
        assertThat(Tile.within(70_000, 1, 1)).isEqualTo(new Tile(1, 1, 17));
        assertThat(Tile.within(70_000, 2, 0)).isEqualTo(new Tile(2, 0, 1));
        assertThat(Tile.hashes(70_000, 3)).isZero();
        assertThat(new Tile(0, 273, 112).isWithin(70_000)).isTrue();
        assertThat(new Tile(0, 273, 113).isWithin(70_000)).isFalse();
        assertThat(new Tile(63, 0, 1).isWithin(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void theLastHashOfTheLastTileHasAPlace() {
        Tile last = new Tile(0, Long.MAX_VALUE / 256 - 1, 256);

        assertThat(Tile.parse(last.path())).isEqualTo(last);
        assertThat(last.isWithin(70_000)).isFalse();
        assertThat(last.first() + last.width()).isPositive();
    }

    @Test
    void bundlesAreReadAsTheyWereWrittenAndNotWhenTheyAreCut() {
        // Given
        List<byte[]> entries = List.of(new byte[0], new byte[]{1}, new byte[300]);

        // When
        byte[] bundle = EntryBundle.of(entries);

        // Then
        assertThat(bundle).startsWith(0, 0, 0, 1, 1, 1, 44).hasSize(2 + 3 + 302);
        assertThat(EntryBundle.parse(bundle)).usingRecursiveComparison().isEqualTo(new ArrayList<>(entries));
        assertThatThrownBy(() -> EntryBundle.parse(java.util.Arrays.copyOf(bundle, bundle.length - 1))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> EntryBundle.parse(java.util.Arrays.copyOf(bundle, 1))).isInstanceOf(Malformed.class);
    }
}
