package org.tocsin.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.Await;

/** A service that begins with a clock that nobody confirms, after a memory of its own. */
class ClockAtStartTest {

    private static final Duration FAR = Duration.ofDays(7305);
    private final TimeConfig config = mock(TimeConfig.class);
    private final Memory memory = new Memory();
    private ClockWatch watch;

    /** What the database does in the service. */
    private static final class Memory implements ClockMemory {

        private final List<Instant> kept = new CopyOnWriteArrayList<>();
        private volatile Instant last;
        private volatile Error failure;

        @Override
        public Optional<Instant> last() {
            if (failure != null) {
                Error once = failure;
                failure = null;
                throw once;
            }
            return Optional.ofNullable(last);
        }

        @Override
        public void keep(Instant right) {
            kept.add(right);
            last = right;
        }
    }

    @SuppressWarnings("unchecked")
    private void begin(Duration ahead) {
        when(config.chronyc()).thenReturn("no-such-program");
        when(config.sources()).thenReturn(Optional.empty());
        when(config.timeout()).thenReturn(Duration.ofSeconds(1));
        when(config.every()).thenReturn(Duration.ofMillis(1));
        when(config.limit()).thenReturn(Duration.ofSeconds(1));
        when(config.longestAbsence()).thenReturn(Duration.ofDays(1));
        watch = new ClockWatch(new Now(Clock.offset(Clock.systemUTC(), ahead)), new ClockSources(config), memory, config, mock(Event.class));
        assertThat(watch.isInDoubt()).as("before anybody has looked").isTrue();
        watch.start(null);
    }

    @AfterEach
    void stop() {
        watch.stop(null);
    }

    @Test
    void aClockThatIsNearWhatWasKeptIsBelievedAndKept() {
        memory.last = Instant.now().minus(Duration.ofHours(20));

        begin(Duration.ZERO);

        Await.until("it is kept", () -> !memory.kept.isEmpty());
        assertThat(watch.isInDoubt()).isFalse();
    }

    @Test
    void aClockThatIsFarAheadIsInDoubtAndDoesNotBecomeWhatIsRemembered() {
        memory.last = Instant.now();

        begin(FAR);

        Await.until("it was compared", () -> watch.standing() != null);
        assertThat(watch.standing().kind()).isEqualTo(ClockAlarm.Kind.DOUBTED);
        assertThat(watch.isInDoubt()).isTrue();
        assertThat(memory.kept).isEmpty();
    }

    /** The service was off for long, and a person has looked. */
    @Test
    void aMomentThatAPersonConfirmedLiftsTheDoubt() {
        memory.last = Instant.now().minus(FAR);
        when(config.confirmed()).thenReturn(Optional.of(Instant.now()));

        begin(Duration.ZERO);

        Await.until("it is kept", () -> !memory.kept.isEmpty());
        assertThat(watch.isInDoubt()).isFalse();
    }

    @Test
    void whatAPersonConfirmedDoesNotServeAClockThatIsAhead() {
        memory.last = Instant.now();
        when(config.confirmed()).thenReturn(Optional.of(Instant.now()));

        begin(FAR);

        Await.until("it was compared", () -> watch.standing() != null);
        assertThat(watch.isInDoubt()).isTrue();
    }

    @Test
    void anErrorDoesNotEndTheWatch() {
        memory.failure = new NoClassDefFoundError("as after an upgrade in place");

        begin(Duration.ZERO);

        Await.until("it is kept", () -> !memory.kept.isEmpty());
        assertThat(watch.isInDoubt()).isFalse();
    }
}
