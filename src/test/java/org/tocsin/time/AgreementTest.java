package org.tocsin.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The laws of what most sources agree on. */
class AgreementTest {

    private static SourceAnswer answer(String name, long offset, long uncertainty) {
        return new SourceAnswer(name, Duration.ofMillis(offset), Duration.ofMillis(uncertainty));
    }

    /** Truthful sources hold the truth; the others say what they like. */
    private static List<SourceAnswer> answers(long truth, int truthful, int lying, long seed) {
        Random random = new Random(seed);
        List<SourceAnswer> answers = new ArrayList<>(IntStream.range(0, truthful).mapToObj(i -> {
            int uncertainty = random.nextInt(1, 500);
            return answer("true-" + i, truth + random.nextInt(-uncertainty, uncertainty + 1), uncertainty);
        }).toList());
        IntStream.range(0, lying).forEach(i -> answers.add(answer("lie-" + i, truth + random.nextInt(-5_000, 5_000), random.nextInt(0, 2_000))));
        Collections.shuffle(answers, random);
        return answers;
    }

    @Property(tries = 500)
    void theTruthLiesWithinAsLongAsAMajorityTellsIt(@ForAll @LongRange(min = -700_000_000_000L, max = 700_000_000_000L) long truth,
            @ForAll @IntRange(min = 2, max = 6) int truthful, @ForAll @IntRange(min = 0, max = 5) int lying, @ForAll long seed) {
        // Given
        int liars = Math.min(lying, truthful - 1);
        int configured = Math.max(truthful + liars, Agreement.FEWEST);

        // When
        Agreement agreed = Agreement.of(answers(truth, truthful, liars, seed), configured).orElseThrow();

        // Then
        assertThat(Duration.ofMillis(truth).minus(agreed.offset()).abs()).isLessThanOrEqualTo(agreed.uncertainty());
        assertThat(agreed.agreeing()).hasSizeGreaterThan(configured / 2);
    }

    @Property(tries = 300)
    void theOrderOfAnswersIsNothingToIt(@ForAll @IntRange(min = 2, max = 5) int truthful, @ForAll @IntRange(min = 0, max = 5) int lying, @ForAll long seed) {
        // Given
        List<SourceAnswer> answers = answers(0, truthful, lying, seed);
        List<SourceAnswer> turned = new ArrayList<>(answers);
        Collections.reverse(turned);

        // Then
        assertThat(Agreement.of(answers, answers.size()).map(Agreement::uncertainty))
                .isEqualTo(Agreement.of(turned, answers.size()).map(Agreement::uncertainty));
    }

    @Property(tries = 200)
    void ofSourcesThatAllContradictEachOtherNobodyIsBelieved(@ForAll @IntRange(min = 3, max = 7) int sources) {
        assertThat(Agreement.of(IntStream.range(0, sources).mapToObj(i -> answer("s" + i, i * 1_000L, 400)).toList(), sources)).isEmpty();
    }

    @Test
    void fewerThanThreeAreNotEnoughAndWhoIsSilentDoesNotAgree() {
        List<SourceAnswer> two = List.of(answer("a", 0, 5), answer("b", 1, 5));
        assertThat(Agreement.of(two, 2)).isEmpty();
        assertThat(Agreement.of(two, 3)).hasValueSatisfying(agreed -> assertThat(agreed.agreeing()).containsExactly("a", "b"));
        assertThat(Agreement.of(two, 4)).isEmpty();
    }

    @Test
    void theOneThatLiesIsOutvoted() {
        // When
        Agreement agreed = Agreement.of(List.of(answer("a", 2, 5), answer("liar", 3_600_000, 1), answer("b", 4, 5)), 3).orElseThrow();

        // Then
        assertThat(agreed.agreeing()).containsExactly("a", "b");
        assertThat(agreed.offset()).isEqualTo(Duration.ofMillis(3));
        assertThat(agreed.uncertainty()).isBetween(Duration.ofMillis(4), Duration.ofMillis(5));
    }
}
