package org.tocsin.web.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = 1_000_000_000L;

    private final Pace pace = new Pace(100, Duration.ofSeconds(10));

    @Test
    void whoMovesTheMinimumInEachWindowMayTakeForEver() {
        for (int i = 0; i < 100; i++) {
            pace.moved(1_000);
            assertThat(pace.waitedTooLong(10 * SECOND)).isFalse();
        }
    }

    @Test
    void whoMovesLessIsTooSlowWhenTheWindowIsOver() {
        pace.moved(999);
        assertThat(pace.waitedTooLong(10 * SECOND - 1)).isFalse();
        assertThat(pace.nanosLeft()).isEqualTo(1);
        assertThat(pace.waitedTooLong(1)).isTrue();
    }

    @Test
    void aByteNowAndThenDoesNotHelp() {
        boolean tooSlow = false;
        for (int i = 0; i < 10; i++) {
            pace.moved(1);
            tooSlow |= pace.waitedTooLong(SECOND);
        }
        assertThat(tooSlow).isTrue();
    }

    @Test
    void whatMovedInOneWindowDoesNotCountInTheNext() {
        pace.moved(1_000_000);
        assertThat(pace.waitedTooLong(10 * SECOND)).isFalse();
        assertThat(pace.waitedTooLong(10 * SECOND)).isTrue();
    }

    @Test
    void timeInWhichNobodyWaitedDoesNotCount() {
        assertThat(pace.waitedTooLong(0)).isFalse();
        assertThat(pace.nanosLeft()).isEqualTo(10 * SECOND);
    }
}
