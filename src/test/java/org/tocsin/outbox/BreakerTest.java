package org.tocsin.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tocsin.time.RetryPlan;

class BreakerTest {

    private static final int THRESHOLD = 3;
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private long nanos = Long.MAX_VALUE - 5; // a monotonic clock may begin anywhere, also just before it wraps around
    private final Breaker breaker = new Breaker(THRESHOLD, new RetryPlan(FIRST, LONGEST), () -> nanos, () -> 1);

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    private void attempt(Verdict verdict) {
        assertThat(breaker.admits()).isTrue();
        breaker.begins();
        breaker.ended(verdict);
    }

    private void open() {
        for (int i = 0; i < THRESHOLD; i++) {
            attempt(Verdict.UNANSWERED);
        }
    }

    @Test
    void opensAfterAttemptsInSuccessionWithoutAnAnswer() {
        // Given
        attempt(Verdict.UNANSWERED);
        attempt(Verdict.UNANSWERED);

        // When
        attempt(Verdict.UNANSWERED);

        // Then
        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.admits()).isFalse();
    }

    @Test
    void anyAnswerBeginsTheCountAnew() {
        // Given
        attempt(Verdict.UNANSWERED);
        attempt(Verdict.UNANSWERED);
        attempt(Verdict.REFUSED);

        // When
        attempt(Verdict.UNANSWERED);
        attempt(Verdict.UNANSWERED);

        // Then
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void letsOneProbeOutWhenThePauseIsOver() {
        // Given
        open();

        // When
        pass(FIRST);

        // Then
        assertThat(breaker.admits()).isTrue();
        breaker.begins();
        assertThat(breaker.admits()).isFalse();
    }

    @Test
    void aProbeThatIsAnsweredClosesIt() {
        // Given
        open();
        pass(FIRST);

        // When
        attempt(Verdict.TAKEN);

        // Then
        assertThat(breaker.isClean()).isTrue();
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void aProbeThatIsNotAnsweredOpensItForLonger() {
        // Given
        open();
        pass(FIRST);

        // When
        attempt(Verdict.UNANSWERED);

        // Then
        pass(FIRST);
        assertThat(breaker.admits()).isFalse();
        pass(FIRST);
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void neverStaysOpenForLongerThanTheLongestPause() {
        // Given
        open();

        // When
        for (int i = 0; i < 50; i++) {
            pass(LONGEST);
            attempt(Verdict.UNANSWERED);
        }

        // Then
        pass(LONGEST);
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void attemptsThatWereUnderWayWhenItOpenedDoNotLengthenThePause() {
        // Given
        open();

        // When
        breaker.ended(Verdict.UNANSWERED);
        breaker.ended(Verdict.UNANSWERED);

        // Then
        pass(FIRST);
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void aProbeThatFoundNothingToSendMakesRoomForAnother() {
        // Given
        open();
        pass(FIRST);
        breaker.begins();

        // When
        breaker.abandoned();

        // Then
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.isOpen()).isTrue();
    }

    @Test
    void aPersonNeedNotWaitForThePause() {
        // Given
        open();

        // When
        breaker.probeNow();

        // Then
        assertThat(breaker.admits()).isTrue();
    }
}
