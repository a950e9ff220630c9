package org.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Ends what an earlier stack left running.
 *
 * <p>If the stack's own Java is killed with SIGKILL it cannot take its children along: they go on serving. So each
 * child's process ids are written down, with the time that the process began, because ids are used again. The next
 * start ends exactly those.
 */
final class Leftovers {

    /** The kernel gives a process's start relative to boot, and the time of boot may be read a second apart. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Leftovers() {
    }

    static void record(Path run, String name, ProcessHandle process) {
        List<String> lines = tree(process)
                .flatMap(one -> one.info().startInstant().stream().map(start -> one.pid() + " " + start))
                .toList();
        try {
            Files.write(run.resolve(name + ".pids"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void forget(Path run, String name) {
        try {
            Files.deleteIfExists(run.resolve(name + ".pids"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return how many processes were still there */
    static int end(Path run) {
        try (Stream<Path> files = Files.list(run)) {
            List<Path> records = files.filter(file -> file.toString().endsWith(".pids")).toList();
            int ended = 0;
            for (Path file : records) {
                List<ProcessHandle> alive = Files.readAllLines(file).stream()
                        .flatMap(Leftovers::stillTheSame)
                        .flatMap(Leftovers::tree)
                        .distinct()
                        .toList();
                alive.forEach(Leftovers::end);
                ended += alive.size();
                Files.delete(file);
            }
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<ProcessHandle> stillTheSame(String line) {
        String[] parts = line.split(" ");
        if (parts.length != 2) {
            return Stream.empty(); // written only in part: killed in the middle of it
        }
        Instant began = Instant.parse(parts[1]);
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(process -> process.info().startInstant()
                        .filter(start -> Duration.between(began, start).abs().compareTo(TOLERANCE) < 0)
                        .isPresent())
                .stream();
    }

    static void end(ProcessHandle process) {
        process.destroy();
        if (!endsWithin(process, PATIENCE)) {
            process.destroyForcibly();
            endsWithin(process, PATIENCE);
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stillThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Stream<ProcessHandle> tree(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants());
    }
}
