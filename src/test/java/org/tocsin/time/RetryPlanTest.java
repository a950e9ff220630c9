package org.tocsin.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryPlanTest {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final RetryPlan plan = new RetryPlan(FIRST, LONGEST);

    @Property
    void theWaitGrowsWithEachFailure(@ForAll @IntRange(min = 1, max = 10_000) int failures,
            @ForAll @DoubleRange(max = 1) double spread) {
        assertThat(plan.waitAfter(failures + 1, spread)).isGreaterThanOrEqualTo(plan.waitAfter(failures, spread));
    }

    @Property
    void theWaitIsSpreadOverTheUpperHalfOfItself(@ForAll @IntRange(min = 1, max = 8) int failures,
            @ForAll @DoubleRange(max = 1) double spread) {
        // Given
        Duration whole = FIRST.multipliedBy(1L << failures - 1);

        // When
        Duration wait = plan.waitAfter(failures, spread);

        // Then
        assertThat(wait).isBetween(whole.dividedBy(2), whole);
    }

    @Property
    void theWaitIsNeverLongerThanTheLongest(@ForAll @IntRange(min = 1) int failures,
            @ForAll @DoubleRange(max = 1) double spread) {
        assertThat(plan.waitAfter(failures, spread)).isBetween(FIRST.dividedBy(2), LONGEST);
    }

    @Property
    void aRefusalWaitsAsLongAsCanBe(@ForAll @DoubleRange(max = 1) double spread) {
        assertThat(plan.waitAfterRefusal(spread)).isBetween(LONGEST.dividedBy(2), LONGEST);
    }

    @Test
    void theFirstWaitsAreThose() {
        assertThat(plan.waitAfter(1, 1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(plan.waitAfter(2, 1)).isEqualTo(Duration.ofSeconds(4));
        assertThat(plan.waitAfter(2, 0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(plan.waitAfter(20, 1)).isEqualTo(LONGEST);
    }
}
