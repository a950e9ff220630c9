package org.tocsin.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What chronyc says, and all that it may say instead. */
class ChronyTest {

    private static final String GOOD = "C0000201,192.0.2.1,2,1763906400.123456789,-0.000012345,0.000001,0.00002,-12.345,0.001,0.05,0.012000000,0.000500000,64.2,Normal";

    @TempDir
    Path directory;

    private Chrony program(String script) throws IOException {
        Path program = Files.writeString(directory.resolve("chronyc"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new Chrony(program.toString(), Duration.ofSeconds(2));
    }

    @Test
    void theBoundIsWhatIsLeftToCorrectTheDispersionAndHalfTheDelay() throws Exception {
        // When
        ChronyTracking tracking = ChronyTracking.parse(GOOD + "\n");

        // Then
        assertThat(tracking.correction()).isEqualTo(Duration.ofNanos(-12_345));
        assertThat(tracking.bound()).isEqualTo(Duration.ofNanos(12_345 + 500_000 + 6_000_000));
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
        assertThat(program("[ \"$*\" = '-c tracking' ] && echo '" + GOOD + "'").ask().uncertainty()).isEqualTo(Duration.ofNanos(6_512_345));
        assertThatThrownBy(program("exit 1")::ask).hasMessage("chronyc ended with 1");
        assertThatThrownBy(new Chrony(directory.resolve("none").toString(), Duration.ofSeconds(1))::ask).hasMessageContaining("no chronyc");
        program("exec sleep 60");
        assertThatThrownBy(new Chrony(directory.resolve("chronyc").toString(), Duration.ofMillis(100))::ask).hasMessageContaining("did not end");
    }
}
