package org.tocsin.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks that jump, creep and lie, without waiting for any. */
class ClockJudgeTest {

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private final ClockJudge judge = new ClockJudge(Duration.ofSeconds(1), Duration.ofDays(1));
    private Instant wall = START;
    private long nanos = Long.MAX_VALUE - 5_000_000_000L; // it overflows in the midst of it

    private void passes(Duration time, Duration ofTheClock) {
        wall = wall.plus(ofTheClock);
        nanos += time.toNanos();
        judge.tick(new Tick(wall, nanos), says(Duration.ZERO));
    }

    private Tick tick() {
        return new Tick(wall, nanos);
    }

    private void heard(ClockReading reading) {
        judge.heard(reading, tick());
    }

    private ClockReading says(Duration offset) {
        SourceAnswer chrony = new SourceAnswer("chrony", offset, Duration.ofMillis(5));
        return ClockReading.of(wall, Optional.of(chrony), List.of(), 0, List.of());
    }

    private List<ClockAlarm> told() {
        List<ClockAlarm> told = new ArrayList<>();
        judge.tell(told::add);
        return told;
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "P7305D", "P-7305D"})
    void aStepIsToldOnce(Duration step) {
        // Given
        passes(Duration.ZERO, Duration.ZERO);
        passes(Duration.ofSeconds(10), Duration.ofSeconds(10));

        // When
        passes(Duration.ofSeconds(1), step.plusSeconds(1));
        passes(Duration.ofSeconds(1), Duration.ofSeconds(1));

        // Then
        assertThat(told()).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(ClockAlarm.Kind.STEPPED);
            assertThat(alarm.by()).isEqualTo(step);
            assertThat(alarm.words()).isEqualTo("The service's clock went " + (step.isNegative() ? "back" : "forward") + " by "
                    + (step.abs().toDays() > 1 ? "20 years 5 days" : "1 h"));
        });
        assertThat(told()).isEmpty();
    }

    @Test
    void smallStepsAddUp() {
        passes(Duration.ZERO, Duration.ZERO);
        for (int i = 0; i < 10; i++) {
            passes(Duration.ofSeconds(1), Duration.ofMillis(900));
        }
        assertThat(told()).isEmpty();
        passes(Duration.ofSeconds(1), Duration.ofMillis(900));
        assertThat(told()).singleElement().matches(alarm -> alarm.by().equals(Duration.ofMillis(-1100)));
    }

    @Test
    void thatTheSourcesSayAnotherTimeIsToldOnceAndThatItIsOverToo() {
        heard(says(Duration.ofMillis(900)));
        assertThat(told()).isEmpty();
        heard(says(Duration.ofMinutes(-63)));
        heard(says(Duration.ofMinutes(-63)));
        assertThat(judge.standing()).isNotNull();
        heard(ClockReading.unverified(wall, "nobody answered"));
        assertThat(judge.standing()).as("silence is no all-clear").isNotNull();
        heard(says(Duration.ZERO));

        assertThat(judge.standing()).isNull();
        assertThat(told()).extracting(ClockAlarm::words)
                .containsExactly("The service's clock is ahead by 1 h 3 min", "The service's clock agrees with its sources again");
    }

    @Test
    void whatCouldNotBeToldIsToldAgain() {
        // Given
        passes(Duration.ZERO, Duration.ZERO);
        passes(Duration.ofSeconds(1), Duration.ofHours(1));

        // When
        assertThatThrownBy(() -> judge.tell(alarm -> {
            throw new IllegalStateException("the database is away");
        })).isInstanceOf(IllegalStateException.class);

        // Then
        assertThat(told()).hasSize(1);
    }

    @Test
    void aHostAndServersThatContradictEachOtherVerifyNothingAndStillRaiseAnAlarm() {
        // Given
        SourceAnswer host = new SourceAnswer("chrony", Duration.ZERO, Duration.ofMillis(5));
        List<SourceAnswer> servers = List.of(new SourceAnswer("a", Duration.ofHours(1), Duration.ofMillis(5)),
                new SourceAnswer("b", Duration.ofHours(1), Duration.ofMillis(5)), new SourceAnswer("c", Duration.ofHours(1), Duration.ofMillis(5)));

        // When
        ClockReading reading = ClockReading.of(START, Optional.of(host), servers, 3, List.of());
        heard(reading);

        // Then
        assertThat(reading.words()).isEqualTo("Unverified: chronyd and the servers contradict each other by 1 h");
        assertThat(told()).hasSize(1);
    }

    @Test
    void ofAHostAndServersThatContradictEachOtherTheWorseCounts() {
        // Given
        SourceAnswer host = new SourceAnswer("chrony", Duration.ofHours(-1), Duration.ofMillis(5));
        List<SourceAnswer> servers = List.of(new SourceAnswer("a", Duration.ofMinutes(30), Duration.ofMillis(5)),
                new SourceAnswer("b", Duration.ofMinutes(30), Duration.ofMillis(5)), new SourceAnswer("c", Duration.ofMinutes(30), Duration.ofMillis(5)));

        // When
        ClockReading reading = ClockReading.of(START, Optional.of(host), servers, 3, List.of());
        heard(reading);

        // Then
        assertThat(reading.words()).isEqualTo("Unverified: chronyd and the servers contradict each other by 1 h 30 min");
        assertThat(told()).singleElement().matches(alarm -> alarm.words().equals("The service's clock is ahead by 1 h"));
    }

    private void compared(Instant... right) {
        judge.compare(List.of(right), tick(), ClockReading.unverified(wall, "no servers are configured"));
    }

    @Test
    void beforeAnybodyHasLookedTheClockIsInDoubt() {
        assertThat(judge.doubts(tick())).isTrue();
        passes(Duration.ZERO, Duration.ZERO);
        assertThat(judge.doubts(tick())).as("that time passes says nothing").isTrue();
        heard(ClockReading.unverified(wall, "nobody answered"));
        assertThat(judge.doubts(tick())).as("neither does silence").isTrue();
        heard(says(Duration.ZERO));
        assertThat(judge.doubts(tick())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT25H", "P7305D", "PT-25H", "P-7305D"})
    void aClockThatIsFarFromWhenItWasRightIsInDoubtUntilTheSourcesConfirmIt(Duration away) {
        // When
        compared(wall.minus(away));
        compared(wall.minus(away));

        // Then
        assertThat(judge.doubts(tick())).isTrue();
        assertThat(told()).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(ClockAlarm.Kind.DOUBTED);
            assertThat(alarm.by()).isEqualTo(away);
        });
        passes(Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(judge.standing().words()).contains(away.isNegative() ? "went back by" : "was away for");
        heard(says(Duration.ZERO));
        assertThat(judge.doubts(tick())).isFalse();
        assertThat(told()).extracting(ClockAlarm::kind).containsExactly(ClockAlarm.Kind.AGREED);
    }

    @Test
    void aClockThatIsNearAMomentAtWhichItWasRightIsBelieved() {
        compared(wall.minus(Duration.ofDays(400)), wall.minus(Duration.ofHours(23)));
        assertThat(judge.doubts(tick())).isFalse();
        assertThat(told()).isEmpty();
    }

    @Test
    void whereNothingWasEverKeptThereIsNothingToLose() {
        compared();
        assertThat(judge.doubts(tick())).isFalse();
    }

    @Test
    void aClockThatIsSetRightAfterADoubtfulStartIsBelieved() {
        // Given
        Instant right = wall.minus(Duration.ofDays(7305));
        compared(right);

        // When
        passes(Duration.ofSeconds(1), Duration.ofDays(-7305));
        compared(right);

        // Then
        assertThat(judge.doubts(tick())).isFalse();
        assertThat(judge.standing()).isNull();
        passes(Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(judge.doubts(tick())).isFalse();
    }

    @Test
    void aClockThatTheSourcesContradictIsNotBelievedForItsMemory() {
        heard(says(Duration.ofHours(-1)));
        compared(wall);
        assertThat(judge.doubts(tick())).isTrue();
    }

    @Test
    void aStepWhileTheSourcesAreBeingAskedIsSeen() {
        // Given
        passes(Duration.ZERO, Duration.ZERO);
        Tick before = tick();

        // When
        ClockReading reading = says(Duration.ZERO);
        wall = wall.plus(Duration.ofHours(1));
        judge.heard(reading, before);

        // Then
        assertThat(judge.doubts(tick())).isTrue();
        passes(Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(told()).singleElement().satisfies(alarm -> assertThat(alarm.by()).isEqualTo(Duration.ofHours(1)));
    }
}
