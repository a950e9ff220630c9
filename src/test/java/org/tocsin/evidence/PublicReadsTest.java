package org.tocsin.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.Await;
import org.tocsin.problem.Problem;

class PublicReadsTest {

    private final SecurityIdentity identity = mock(SecurityIdentity.class);
    private final PublicReads reads = new PublicReads(identity);
    private final ExecutorService readers = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger reading = new AtomicInteger();
    private final Supplier<Response> slow = () -> {
        reading.incrementAndGet();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    };

    @BeforeEach
    void anonymous() {
        when(identity.isAnonymous()).thenReturn(true);
    }

    @AfterEach
    void end() {
        over.countDown();
        readers.shutdownNow();
    }

    private void fiveRead() {
        for (int i = 0; i < PublicReads.AT_ONCE; i++) {
            readers.submit(() -> reads.inTurn(slow));
        }
        Await.until("they read", () -> reading.get() == PublicReads.AT_ONCE);
    }

    private static void isToldToComeAgain(Throwable refused) {
        assertThat(refused).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(429);
            assertThat(problem.retryAfterSeconds()).isPositive();
        });
    }

    @Test
    void whoFindsNoRoomForTooLongIsToldToComeAgain() {
        fiveRead();

        assertThatThrownBy(() -> reads.inTurn(slow)).satisfies(PublicReadsTest::isToldToComeAgain);
        assertThat(reading).hasValue(PublicReads.AT_ONCE);
    }

    @Test
    void whoReadsSomeAheadGetsThemOneAfterTheOther() throws Exception {
        // Given
        fiveRead();
        List<Future<Response>> ahead = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            ahead.add(readers.submit(() -> reads.inTurn(slow)));
        }

        // When
        over.countDown();

        // Then
        for (Future<Response> each : ahead) {
            each.get();
        }
        assertThat(reading).hasValue(PublicReads.AT_ONCE + 16);
    }

    @Test
    void whoHasATokenIsNotCounted() {
        // Given
        fiveRead();
        when(identity.isAnonymous()).thenReturn(false);

        // When
        Response answer = reads.inTurn(() -> Response.ok().build());

        // Then
        assertThat(answer.getStatus()).isEqualTo(200);
    }
}
