package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.time.ClockMemory;
import org.tocsin.time.ClockWatch;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ClockMemoryTest {

    @Inject
    ClockMemory memory;
    @Inject
    ClockWatch clock;

    @Test
    void theServiceKeepsWhenItsClockWasRight() {
        // Given
        Await.until("the clock is believed", () -> !clock.isInDoubt());

        // Then
        Await.until("it is kept", () -> memory.last().isPresent());
        assertThat(memory.last().orElseThrow()).isAfter(Instant.now().minus(Duration.ofMinutes(10)));
    }

    @Test
    void thereIsOneMomentForAllReplicas() {
        // Given
        Instant right = Instant.parse("2026-11-23T12:00:00.123456Z").plusSeconds(System.currentTimeMillis() % 1000);
        Instant before = memory.last().orElse(Instant.now());

        // When
        memory.keep(right);
        Instant found = memory.last().orElseThrow();
        memory.keep(before);

        // Then
        assertThat(found).isEqualTo(right);
        assertThat(Rows.number("select count(*) from clock_memory")).isEqualTo(1);
    }
}
