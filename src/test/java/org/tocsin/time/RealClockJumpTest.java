package org.tocsin.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.local.Await;

/** A process whose wall clock is set while it runs, by libfaketime. Skipped unless -Dtocsin.chrony says where that is: docs/audit.md. */
@EnabledIfSystemProperty(named = Chronyd.PROGRAMS, matches = ".+")
class RealClockJumpTest {

    @TempDir
    Path directory;
    private Process watch;

    private void begins() throws IOException {
        set("+0");
        ProcessBuilder program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "-cp", System.getProperty("java.class.path"), WatchedClock.class.getName());
        program.environment().putAll(FakeTime.from(directory.resolve("clock")));
        watch = program.redirectOutput(directory.resolve("said").toFile()).redirectError(directory.resolve("errors").toFile()).start();
        Await.until("it believes its clock", () -> said().contains("kept"));
    }

    /** At once: a file that is half written is no time. */
    private void set(String clock) throws IOException {
        Path next = Files.writeString(directory.resolve("next"), clock + "\n");
        Files.move(next, directory.resolve("clock"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private List<String> said() {
        try {
            return Files.readAllLines(directory.resolve("said"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void says(String alarm, int times) {
        Await.until(alarm, () -> said().stream().filter(alarm::equals).count() == times);
    }

    @AfterEach
    void ends() throws InterruptedException {
        watch.destroy();
        watch.waitFor(10, TimeUnit.SECONDS);
    }

    @Test
    void eachStepOfTheWallClockIsToldOnce() throws Exception {
        // Given
        begins();

        // When
        set("+3600");
        says("The service's clock went forward by 1 h", 1);
        set("-3600");
        says("The service's clock went back by 2 h", 1);
        set("+0");
        says("The service's clock went forward by 1 h", 2);

        // Then
        assertThat(said().stream().filter(line -> line.startsWith("The service's"))).hasSize(3);
    }
}
