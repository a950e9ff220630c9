package org.tocsin.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.local.Await;

/** Our questions to the real chronyd and chronyc, right and wrong. Skipped unless -Dtocsin.chrony says where they are: docs/audit.md. */
@EnabledIfSystemProperty(named = Chronyd.PROGRAMS, matches = ".+")
class RealTimeServersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(1);

    @TempDir
    Path directory;
    private final List<Chronyd> running = new ArrayList<>();

    private Chronyd runs(Chronyd daemon) {
        running.add(daemon);
        return daemon;
    }

    @AfterEach
    void stop() {
        running.forEach(Chronyd::close);
    }

    /** By this host's clock, or where one is given by another. */
    private Chronyd[] servers(String... clocks) throws IOException {
        Chronyd[] servers = new Chronyd[clocks.length];
        for (int i = 0; i < clocks.length; i++) {
            servers[i] = runs(clocks[i].isEmpty() ? Chronyd.serving(directory, i + 1) : Chronyd.serving(directory, i + 1, clocks[i]));
        }
        Await.until("all of them serve", () -> Stream.of(servers).allMatch(server -> answer(new Sntp(server.address(), PATIENCE)::ask).isPresent()));
        return servers;
    }

    private interface Asking {
        SourceAnswer ask() throws NoAnswer;
    }

    private static Optional<SourceAnswer> answer(Asking source) {
        try {
            return Optional.of(source.ask());
        } catch (NoAnswer none) {
            return Optional.empty();
        }
    }

    private static ClockReading asked(String chronyc, Chronyd... servers) {
        TimeConfig config = mock(TimeConfig.class);
        when(config.chronyc()).thenReturn(chronyc);
        when(config.timeout()).thenReturn(PATIENCE);
        when(config.sources()).thenReturn(Optional.of(Stream.of(servers).map(Chronyd::address).toList()).filter(some -> !some.isEmpty()));
        return new ClockSources(config).ask(Instant.now());
    }

    private static ClockReading asked(Chronyd... servers) {
        return asked("no-such-program", servers);
    }

    @Test
    void threeThatAreRightConfirmTheClock() throws Exception {
        // Given
        Chronyd[] servers = servers("", "", "");

        // When
        ClockReading reading = asked(servers);

        // Then
        assertThat(reading.verified()).as(reading.words()).isTrue();
        assertThat(reading.sources()).containsExactly(Stream.of(servers).map(Chronyd::address).toArray(String[]::new));
        assertThat(reading.offset().abs()).isLessThanOrEqualTo(reading.uncertainty());
        assertThat(reading.isBeyond(LIMIT)).isFalse();
    }

    @Test
    void oneThatIsAnHourAheadIsLeftOut() throws Exception {
        // Given
        Chronyd[] servers = servers("", "+3600s", "");
        SourceAnswer wrong = new Sntp(servers[1].address(), PATIENCE).ask();
        assertThat(wrong.offset().minus(Duration.ofHours(1)).abs()).isLessThanOrEqualTo(wrong.uncertainty());

        // When
        ClockReading reading = asked(servers);

        // Then
        assertThat(reading.verified()).as(reading.words()).isTrue();
        assertThat(reading.sources()).containsExactly(servers[0].address(), servers[2].address());
        assertThat(reading.isBeyond(LIMIT)).isFalse();
    }

    @Test
    void twoThatAreWrongInTheirOwnWaysLeaveTheClockUnverified() throws Exception {
        assertThat(asked(servers("+3600s", "", "-3600s")).words()).isEqualTo("Unverified: there is no chronyc on this host; no majority of the 3 servers agrees");
    }

    /** No majority is ever outvoted: that is why they should have different keepers. It is told at least. */
    @Test
    void twoThatAreWrongInOneWayAreBelievedAndThatIsBeyondTheLimit() throws Exception {
        // When
        ClockReading reading = asked(servers("+3600s", "", "+3600s"));

        // Then
        assertThat(reading.words()).startsWith("Off by 1 h (behind)");
        assertThat(reading.isBeyond(LIMIT)).isTrue();
    }

    @Test
    void aDaemonThatWaitsForItsServerIsSilentByBothWaysAndOneThatFoundThemConfirms() throws Exception {
        // Given
        Chronyd[] servers = servers("", "", "");
        Chronyd gone = Chronyd.serving(directory, 9);
        gone.close();
        Chronyd lost = runs(Chronyd.following(directory, 4, null, gone));
        Chronyd found = runs(Chronyd.following(directory, 5, null, servers));

        // Then
        Await.until("it talks", () -> why(new Chrony(lost.chronyc(), PATIENCE)::ask).equals("chronyd is not synchronised"));
        assertThatThrownBy(new Sntp(lost.address(), PATIENCE)::ask).hasMessageContaining("says that it is not synchronised");
        Await.until("it is synchronised", () -> answer(new Chrony(found.chronyc(), PATIENCE)::ask).isPresent());
        ClockReading reading = asked(found.chronyc(), servers);
        assertThat(reading.sources()).as(reading.words()).hasSize(4).startsWith("chrony");
        assertThat(reading.offset().abs().plus(reading.uncertainty())).isBetween(Duration.ofNanos(1), Duration.ofMillis(100));
    }

    private static String why(Asking source) {
        try {
            source.ask();
            return "";
        } catch (NoAnswer none) {
            return none.getMessage();
        }
    }

    @Test
    void aDaemonThatHasOnlyItsOwnClockConfirmsNothingAndOneThatIsGoneNeither() throws Exception {
        // Given
        Chronyd alone = servers("")[0];

        // Then
        assertThat(asked(alone.chronyc()).words()).isEqualTo("Unverified: chronyd has no source but its own clock; no servers are configured");
        alone.close();
        assertThat(asked(alone.chronyc()).words()).isEqualTo("Unverified: chronyc ended with 1; no servers are configured");
    }

    @Test
    void aDaemonWhoseClockIsAnHourAheadAndThatMayNotSetItSaysSo() throws Exception {
        // Given: as on a host whose clock is wrong, for the daemon's is
        Chronyd host = runs(Chronyd.following(directory, 4, "+3600s", servers("", "", "")));
        Await.until("it is synchronised", () -> answer(new Chrony(host.chronyc(), PATIENCE)::ask).isPresent());

        // When
        ClockReading reading = asked(host.chronyc());

        // Then
        assertThat(reading.words()).startsWith("Off by 1 h (ahead)").endsWith("by chrony");
        assertThat(reading.isBeyond(LIMIT)).isTrue();
    }
}
