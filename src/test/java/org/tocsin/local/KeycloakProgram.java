package org.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Runtime.Version;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Keycloak as Maven unpacked it, built once for the options that it wants to know before it starts. */
record KeycloakProgram(Path directory) {

    private static final String PREFIX = "keycloak-";
    private static final List<String> BUILD = List.of("build", "--db=dev-file", "--https-client-auth=request");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static KeycloakProgram in(Path distributions) {
        try (Stream<Path> unpacked = Files.exists(distributions) ? Files.list(distributions) : Stream.empty()) {
            return unpacked.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .max(Comparator.comparing(KeycloakProgram::version))
                    .map(KeycloakProgram::new)
                    .orElseThrow(() -> new StackFailure("Keycloak is not in " + distributions
                            + "; Maven unpacks it there: mvn process-test-resources"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Version version(Path unpacked) {
        return Version.parse(unpacked.getFileName().toString().substring(PREFIX.length()));
    }

    /** Half a minute, and once: Keycloak would otherwise do the same at every start. */
    void build(Home home) {
        Path done = directory.resolve("built-with");
        // Tests and a demo may meet here; the second waits for the first.
        try (FileChannel channel = FileChannel.open(directory.resolve("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (held.isValid() && !(Files.exists(done) && Files.readString(done).equals(BUILD.toString()))) {
                Child build = Child.start("keycloak-build", home, command(BUILD));
                build.awaitSuccess(PATIENCE);
                Files.writeString(done, BUILD.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessBuilder command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(directory.resolve("bin/kc.sh").toString()));
        command.addAll(arguments);
        ProcessBuilder program = new ProcessBuilder(command);
        program.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        // It serves a handful of people: starting two seconds sooner is worth more than the last compiler's work.
        program.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        program.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return program;
    }
}
