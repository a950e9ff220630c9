package org.tocsin.time;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks the chronyd of this host, through its own program. */
final class Chrony {

    static final String NAME = "chrony";
    private static final int LONGEST = 4096;

    private final String command;
    private final Duration patience;

    Chrony(String command, Duration patience) {
        this.command = command;
        this.patience = patience;
    }

    /** @throws NoAnswer when there is no such program, or it says nothing that can be used in time */
    SourceAnswer ask() throws NoAnswer {
        ChronyTracking tracking = ChronyTracking.parse(output());
        return new SourceAnswer(NAME, tracking.offset(), tracking.uncertainty());
    }

    private String output() throws NoAnswer {
        Process process = start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new NoAnswer("chronyc did not end within " + SpanWords.of(patience));
            }
            if (process.exitValue() != 0) {
                throw new NoAnswer("chronyc ended with " + process.exitValue());
            }
            return new String(process.getInputStream().readNBytes(LONGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new NoAnswer("chronyc could not be read");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("we were stopped while asking chronyc");
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start() throws NoAnswer {
        try {
            return new ProcessBuilder(command, "-c", "tracking").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new NoAnswer("there is no chronyc on this host");
        }
    }
}
