package org.tocsin.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tocsin.time.RetryPlan;

/** Who gets a thread, and what is left for others. */
class LanesTest {

    private static final int THREADS = 16;
    private static final int PER_LANE = 4;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private long nanos;
    private final Lanes lanes = lanes(THREADS, PER_LANE);

    private Lanes lanes(int threads, int perLane) {
        return new Lanes(threads, perLane, () -> new Breaker(5, new RetryPlan(PAUSE, PAUSE), () -> nanos, () -> 1), () -> nanos);
    }

    private static List<UUID> due(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    private static List<String> startAll(Lanes lanes) {
        List<String> started = new ArrayList<>();
        for (Optional<String> next = lanes.startWorker(); next.isPresent(); next = lanes.startWorker()) {
            started.add(next.get());
        }
        return started;
    }

    @Test
    void aDestinationGetsNoMoreThanItsOwnThreads() {
        // Given
        lanes.add("dead", due(500));

        // When
        List<String> started = startAll(lanes);

        // Then
        assertThat(started).hasSize(PER_LANE).containsOnly("dead");
    }

    @Property(tries = 200)
    void whoeverHasNoThreadGetsOneWhateverTheOthersHold(@ForAll @IntRange(min = 1, max = 4) int dead) {
        // Given: as many as hold all that they may get, and never give it back
        Lanes lanes = lanes(THREADS, PER_LANE);
        IntStream.range(0, dead).forEach(i -> lanes.add("dead-" + i, due(500)));
        startAll(lanes);

        // When
        lanes.add("alive", due(1));

        // Then
        assertThat(lanes.startWorker()).contains("alive");
    }

    @Test
    void threadsThatAreLeftGoToWhoHasFewest() {
        // Given
        lanes.add("one", due(10));
        lanes.startWorker();
        lanes.add("other", due(10));

        // When
        List<String> started = List.of(lanes.startWorker().orElseThrow(), lanes.startWorker().orElseThrow());

        // Then
        assertThat(started.get(0)).isEqualTo("other");
    }

    @Test
    void anEntryThatIsFoundTwiceIsTriedOnce() {
        // Given
        List<UUID> found = due(1);
        lanes.add("one", found);
        lanes.startWorker();
        lanes.next("one");

        // When
        lanes.add("one", found);

        // Then
        assertThat(lanes.next("one")).isEmpty();
    }

    @Test
    void anEntryThatWasTriedCanBeFoundAgain() {
        // Given
        List<UUID> found = due(1);
        lanes.add("one", found);
        lanes.startWorker();
        lanes.ended("one", lanes.next("one").orElseThrow(), Optional.of(Verdict.REFUSED));

        // When
        lanes.add("one", found);

        // Then
        assertThat(lanes.next("one")).isEqualTo(Optional.of(found.get(0)));
    }

    @Test
    void anEntryThatCannotBeClaimedIsLeftAloneForAWhileAndKeepsNobodyWaiting() {
        // Given
        List<UUID> found = due(2);
        lanes.add("one", found);
        lanes.startWorker();
        lanes.breaks(found.get(0));
        lanes.ended("one", lanes.next("one").orElseThrow(), Optional.empty());

        // When
        lanes.add("one", found);
        Optional<UUID> other = lanes.next("one");
        Optional<UUID> none = lanes.next("one");
        nanos += Duration.ofSeconds(30).toNanos();
        lanes.add("one", found.subList(0, 1));

        // Then
        assertThat(other).contains(found.get(1));
        assertThat(none).isEmpty();
        assertThat(lanes.next("one")).contains(found.get(0));
    }

    @Test
    void aDestinationThatDoesNotAnswerIsLeftAloneThenProbedByOneAndNothingIsForgotten() {
        // Given
        List<UUID> pending = due(20);
        lanes.add("dead", pending);
        startAll(lanes);
        for (int i = 0; i < 5; i++) {
            lanes.ended("dead", lanes.next("dead").orElseThrow(), Optional.of(Verdict.UNANSWERED));
        }
        IntStream.range(0, PER_LANE).forEach(i -> lanes.workerEnded("dead"));
        assertThat(lanes.closed()).contains("dead");
        assertThat(lanes.next("dead")).isEmpty();

        // When
        nanos += PAUSE.toNanos();
        boolean lookedFor = !lanes.closed().contains("dead");
        lanes.add("dead", pending);
        List<String> probes = startAll(lanes);
        UUID probe = lanes.next("dead").orElseThrow();
        Optional<UUID> second = lanes.next("dead");
        Lanes.Change change = lanes.ended("dead", probe, Optional.of(Verdict.TAKEN));

        // Then
        assertThat(lookedFor).isTrue();
        assertThat(probes).isNotEmpty();
        assertThat(second).isEmpty();
        assertThat(change).isEqualTo(Lanes.Change.CLOSED);
        assertThat(Stream.generate(() -> lanes.next("dead")).takeWhile(Optional::isPresent)).hasSize(pending.size() - 1);
    }

    @Test
    void failuresThatComeOneByOneAreCountedToo() {
        // When
        for (int i = 0; i < 5; i++) {
            lanes.add("dead", due(1));
            lanes.startWorker();
            lanes.ended("dead", lanes.next("dead").orElseThrow(), Optional.of(Verdict.UNANSWERED));
            lanes.workerEnded("dead");
        }

        // Then
        assertThat(lanes.closed()).containsExactly("dead");
    }

    @Test
    void aReplicaWithoutThreadsSendsNothing() {
        // Given
        Lanes none = lanes(0, PER_LANE);

        // When
        none.add("one", due(1));

        // Then
        assertThat(none.startWorker()).isEmpty();
    }

    @Test
    void nothingIsHandedOutAfterTheStop() {
        // Given
        lanes.add("one", due(2));
        lanes.startWorker();

        // When
        lanes.stop();

        // Then
        assertThat(lanes.startWorker()).isEmpty();
        assertThat(lanes.next("one")).isEmpty();
    }
}
