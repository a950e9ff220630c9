package org.tocsin.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What chronyc says, and all that it may say instead. */
class ChronyTest {

    private static final String GOOD = "C0000201,192.0.2.1,2,1763906400.123456789,-0.000012345,0.000001,0.00002,-12.345,0.001,0.05,0.012000000,0.000500000,64.2,Normal";

    // As chronyd and chronyc 4.3 (Debian 4.3-2+deb12u3) said it on 24 November 2026, on loopback.
    private static final String SYNCHRONISED =
            "7F000001,127.0.0.1,9,1795484503.766111555,-0.000001738,-0.000000858,0.000001975,-0.012,-0.016,0.959,0.000006428,0.000001414,1.0,Normal";
    private static final String NOT_YET = "00000000,,0,0.000000000,0.000000000,0.000000000,0.000000000,0.000,0.000,0.000,1.000000000,1.000000000,0.0,Not synchronised";
    private static final String LOCAL = "7F7F0101,,8,1795484451.378662076,0.000000000,0.000000000,0.000000000,0.000,0.000,0.000,0.000000000,0.000000000,0.0,Normal";
    /** With -x; for people it said "3600.000000000 seconds slow of NTP time". */
    private static final String SLOW =
            "7F000001,127.0.0.1,9,1795488104.070662400,3600.000000000,-0.000000792,0.000000606,-0.148,-0.062,1.314,0.000006302,0.000000970,1.0,Normal";
    private static final String FAST =
            "7F000001,127.0.0.1,9,1795484503.611532570,-3600.000000000,0.000002252,0.000011690,0.362,0.049,9.488,0.000047260,0.000010756,1.0,Normal";

    @TempDir
    Path directory;

    private Chrony program(String script) throws IOException {
        Path program = Files.writeString(directory.resolve("chronyc"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new Chrony(program.toString(), Duration.ofSeconds(30));
    }

    @Test
    void whatIsLeftToCorrectIsTheOffsetAndTheRestItsUncertainty() throws Exception {
        assertThat(ChronyTracking.parse(GOOD + "\n")).isEqualTo(new ChronyTracking(Duration.ofNanos(-12_345), Duration.ofNanos(500_000 + 6_000_000)));
        assertThat(ChronyTracking.parse(SYNCHRONISED)).isEqualTo(new ChronyTracking(Duration.ofNanos(-1738), Duration.ofNanos(1414 + 3214)));
    }

    @Test
    void aDaemonWithoutASourceIsSilentEvenIfItCallsItsOwnClockRight() {
        assertThatThrownBy(() -> ChronyTracking.parse(NOT_YET)).hasMessage("chronyd is not synchronised");
        assertThatThrownBy(() -> ChronyTracking.parse(LOCAL)).hasMessage("chronyd has no source but its own clock");
    }

    @Test
    void aDaemonThatKnowsTheClockToBeWrongAndDoesNotSetItSaysSo() throws Exception {
        // When
        ClockReading slow = reading(SLOW);
        ClockReading fast = reading(FAST);

        // Then
        assertThat(slow.words()).isEqualTo("Off by 1 h (behind) ± 4 µs, by chrony");
        assertThat(fast.words()).isEqualTo("Off by 1 h (ahead) ± 34 µs, by chrony");
        assertThat(List.of(slow, fast)).allMatch(reading -> reading.isBeyond(Duration.ofSeconds(1)));
    }

    private ClockReading reading(String line) throws Exception {
        return ClockReading.of(Instant.EPOCH, Optional.of(program("echo '" + line + "'").ask()), List.of(), 0, List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "506 Cannot talk to daemon", GOOD + ",more", "NaN", GOOD + "\n" + GOOD})
    void whatIsNotThatLineIsNotRead(String said) {
        assertThatThrownBy(() -> ChronyTracking.parse(said)).isInstanceOf(NoAnswer.class);
    }

    @Test
    void aDaemonThatIsNotSynchronisedAndANumberThatIsNoneCountAsSilence() {
        assertThatThrownBy(() -> ChronyTracking.parse(GOOD.replace("Normal", "Not synchronised"))).hasMessageContaining("not synchronised");
        assertThatThrownBy(() -> ChronyTracking.parse(GOOD.replace("Normal", "Fine"))).hasMessageContaining("leap");
        assertThatThrownBy(() -> ChronyTracking.parse(GOOD.replace("0.000500000", "nan"))).hasMessageContaining("number");
        assertThatThrownBy(() -> ChronyTracking.parse(GOOD.replace("0.000500000", "1e9"))).hasMessageContaining("number");
    }

    @Test
    void theProgramIsRunAndOneThatHangsFailsOrIsNotThereIsSilent() throws Exception {
        assertThat(program("[ \"$*\" = '-c tracking' ] && echo '" + GOOD + "'").ask().uncertainty()).isEqualTo(Duration.ofNanos(6_500_000));
        assertThatThrownBy(program("exit 1")::ask).hasMessage("chronyc ended with 1");
        assertThatThrownBy(new Chrony(directory.resolve("none").toString(), Duration.ofSeconds(1))::ask).hasMessageContaining("no chronyc");
        program("exec sleep 60");
        assertThatThrownBy(new Chrony(directory.resolve("chronyc").toString(), Duration.ofMillis(100))::ask).hasMessageContaining("did not end");
    }
}
