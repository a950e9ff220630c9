package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.Await;

class LoopTest {

    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final AtomicInteger rounds = new AtomicInteger();
    private Loop loop;

    private void start(Duration every, Runnable round) {
        loop = new Loop("test", every, round);
        loop.start();
    }

    @AfterEach
    void stop() {
        loop.stop();
    }

    @Test
    void aRoundIsDoneEverySoOften() {
        // When
        start(Duration.ofMillis(1), rounds::incrementAndGet);

        // Then
        Await.until("several rounds", () -> rounds.get() > 3);
    }

    @Test
    void whoeverWakesItNeedNotWait() {
        // Given
        start(FOR_EVER, rounds::incrementAndGet);
        Await.until("the first round", () -> rounds.get() == 1);

        // When
        loop.wake();

        // Then
        Await.until("the second round", () -> rounds.get() >= 2);
    }

    @Test
    void anErrorInARoundDoesNotEndIt() {
        // Given
        start(FOR_EVER, () -> {
            if (rounds.incrementAndGet() == 1) {
                throw new StackOverflowError();
            }
        });
        Await.until("the first round", () -> rounds.get() == 1);

        // When
        loop.wake();

        // Then
        Await.until("the second round", () -> rounds.get() >= 2);
    }

    @Test
    void nothingIsDoneAfterTheStop() {
        // Given
        start(FOR_EVER, rounds::incrementAndGet);
        Await.until("the first round", () -> rounds.get() == 1);

        // When
        loop.stop();
        loop.wake();

        // Then
        assertThat(rounds).hasValue(1);
    }
}
