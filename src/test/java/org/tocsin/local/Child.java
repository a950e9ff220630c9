package org.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process of the stack: its output goes to a log, its ids are written down, it ends with the stack. */
final class Child {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String name;
    private final Home home;
    private final Process process;

    private Child(String name, Home home, Process process) {
        this.name = name;
        this.home = home;
        this.process = process;
    }

    static Child start(String name, Home home, ProcessBuilder program) {
        try {
            program.redirectErrorStream(true);
            program.redirectOutput(ProcessBuilder.Redirect.appendTo(home.log(name).toFile()));
            program.redirectInput(ProcessBuilder.Redirect.from(nothing().toFile()));
            Child child = new Child(name, home, program.start());
            Leftovers.record(home.run(), name, child.process.toHandle());
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path nothing() {
        return Path.of("/dev/null");
    }

    /** Waits for the condition; a child that ends meanwhile, or takes too long, is a failure that names its log. */
    void await(String what, Duration atMost, BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(atMost);
        while (!condition.getAsBoolean()) {
            if (endsWithin(BETWEEN_LOOKS)) {
                throw new StackFailure(name + " ended (" + process.exitValue() + ") before " + what + "; see " + home.log(name));
            }
            if (Instant.now().isAfter(deadline)) {
                throw new StackFailure(name + ": " + what + " took longer than " + atMost.toSeconds() + " s; see " + home.log(name));
            }
        }
        // By now a script that starts a program has started it: write that one down too.
        Leftovers.record(home.run(), name, process.toHandle());
    }

    /** Waits until the child has ended, and well. */
    void awaitSuccess(Duration atMost) {
        boolean ended = endsWithin(atMost);
        stop();
        if (!ended || process.exitValue() != 0) {
            throw new StackFailure(name + (ended ? " failed" : " took longer than " + atMost.toSeconds() + " s")
                    + "; see " + home.log(name));
        }
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** SIGTERM, and SIGKILL for whoever is still there after a while. */
    void stop() {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroy();
        if (!endsWithin(PATIENCE)) {
            process.destroyForcibly();
        }
        descendants.forEach(Leftovers::end);
        Leftovers.forget(home.run(), name);
    }

    /** SIGKILL, at once: what a power cut looks like to everyone else. */
    void kill() {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        endsWithin(PATIENCE);
        Leftovers.forget(home.run(), name);
    }

    private boolean endsWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while waiting for " + name, e);
        }
    }
}
