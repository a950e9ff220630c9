package org.tocsin.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.asset.GraphPicture.Box;
import org.tocsin.asset.GraphPicture.Thing;
import org.tocsin.asset.GraphPicture.Tie;

/** The drawing as values: no server, no browser. */
class GraphPictureTest {

    private static final List<Thing> CHAIN = List.of(thing("ntp-1", 0), thing("gm-1", -1), thing("cs-1", -2), thing("bank", 1));
    private static final List<Tie> TIES = List.of(tie("ntp-1", "gm-1"), tie("gm-1", "cs-1"), tie("bank", "ntp-1"));

    @Test
    void whatAnAssetLeansOnStandsToItsLeftAndWhatLeansOnItToItsRight() {
        // When
        GraphPicture picture = GraphPicture.of(CHAIN, TIES);

        // Then
        assertThat(picture.boxes()).extracting(Box::says).extracting(says -> says.substring(0, says.indexOf(' ')))
                .containsExactly("cs-1", "gm-1", "ntp-1", "bank");
        assertThat(picture.boxes()).extracting(Box::x).isSorted().doesNotHaveDuplicates();
        assertThat(picture.heads()).extracting(GraphPicture.Head::words)
                .containsExactly("2 steps up", "Leans on", "This asset", "Leans on it");
        assertThat(picture.lines()).extracting(GraphPicture.Line::says).contains("ntp-1 takes time from gm-1");
    }

    @Test
    void theSameIsDrawnInWhateverOrderItComes() {
        // Given
        List<Thing> shuffled = new ArrayList<>(CHAIN);
        Collections.shuffle(shuffled, new Random(17));

        // When
        GraphPicture again = GraphPicture.of(shuffled, TIES);

        // Then
        assertThat(again.boxes()).isEqualTo(GraphPicture.of(CHAIN, TIES).boxes());
    }

    @Test
    void whatIsTooMuchIsLeftOutAndCounted() {
        // Given
        List<Thing> things = new ArrayList<>(CHAIN);
        IntStream.range(0, 300).forEach(i -> things.add(thing("far-" + i, 2)));

        // When
        GraphPicture picture = GraphPicture.of(things, TIES);

        // Then
        assertThat(picture.boxes()).hasSize(CHAIN.size() + GraphPicture.MOST_IN_COLUMN);
        assertThat(picture.leftOut()).isEqualTo(300 - GraphPicture.MOST_IN_COLUMN);
        assertThat(picture.rows()).hasSize(GraphPicture.MOST_ROWS);
        assertThat(picture.unsaid()).isEqualTo(304 - GraphPicture.MOST_ROWS);
    }

    @Test
    void noTwoBoxesCoverEachOtherAndAllAreInside() {
        // Given
        List<Thing> things = new ArrayList<>(CHAIN);
        IntStream.range(0, 11).forEach(i -> things.add(thing("other-" + i, 1)));

        // When
        GraphPicture picture = GraphPicture.of(things, TIES);

        // Then
        for (Box one : picture.boxes()) {
            assertThat(one.x() + one.width()).isLessThanOrEqualTo(picture.width());
            assertThat(one.y() + one.height()).isLessThanOrEqualTo(picture.height());
            assertThat(picture.boxes()).filteredOn(other -> other != one && other.x() == one.x())
                    .allSatisfy(other -> assertThat(Math.abs(other.y() - one.y())).isGreaterThan(one.height()));
        }
    }

    @Test
    void aCycleAndASelfReferenceAreDrawnAllTheSame() {
        // When
        GraphPicture picture = GraphPicture.of(List.of(thing("a", 0), thing("b", -1)), List.of(tie("a", "b"), tie("b", "a"), tie("a", "a")));

        // Then
        assertThat(picture.lines()).hasSize(3);
    }

    @Test
    void linesCrossLessThanInTheOrderOfNames() {
        // Given: a1 leans on b9, a9 on b1
        List<Thing> things = List.of(thing("s", 0), thing("a1", 1), thing("a9", 1), thing("b1", 2), thing("b9", 2));
        List<Tie> ties = List.of(tie("a1", "s"), tie("a9", "s"), tie("b9", "a1"), tie("b1", "a9"));

        // When
        GraphPicture picture = GraphPicture.of(things, ties);

        // Then
        assertThat(y(picture, "a1") < y(picture, "a9")).isEqualTo(y(picture, "b9") < y(picture, "b1"));
    }

    @Test
    void aLongNameIsCutIntoTwoLinesAndNeverInsideACharacter() {
        assertThat(Labels.lines("PTP grandmaster of the telecoms ring north of the river"))
                .containsExactly("PTP grandmaster of", "the telecoms ring n…");
        assertThat(Labels.lines("国家授时中心主钟房间第一号原子钟")).hasSize(2).allMatch(line -> line.codePointCount(0, line.length()) <= 10);
        assertThat(Labels.lines("Caesium clock 1")).containsExactly("Caesium clock 1");
    }

    private static int y(GraphPicture picture, String id) {
        return picture.boxes().stream().filter(box -> box.says().startsWith(id + " ")).findFirst().orElseThrow().y();
    }

    private static Thing thing(String id, int place) {
        return new Thing(id, id, id, "time-server", 3, place, null);
    }

    private static Tie tie(String from, String to) {
        return new Tie(from, EdgeType.TAKES_TIME_FROM, to);
    }
}
