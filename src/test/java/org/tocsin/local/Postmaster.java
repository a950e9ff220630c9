package org.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** PostgreSQL's main process, found through the id that it leaves in its data directory. */
final class Postmaster {

    private Postmaster() {
    }

    static boolean alive(Path cluster) {
        return of(cluster).isPresent();
    }

    /** Ends the server of a directory, if one is left running, and removes an id that means nothing any more. */
    static void end(Path cluster) {
        of(cluster).ifPresent(Leftovers::end);
        try {
            // PostgreSQL refuses to start when another program has got the old id meanwhile.
            Files.deleteIfExists(id(cluster));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void kill(Path cluster) {
        of(cluster).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    private static Optional<ProcessHandle> of(Path cluster) {
        try {
            List<String> lines = Files.exists(id(cluster)) ? Files.readAllLines(id(cluster)) : List.of();
            return lines.stream()
                    .findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(Postmaster::isPostgres);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().filter(command -> command.endsWith("/postgres")).isPresent();
    }

    private static Path id(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }
}
