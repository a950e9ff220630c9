package org.tocsin.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tocsin.local.StackFailure;

/**
 * Another program, run to its end.
 *
 * @param said what it printed
 */
public record Program(int status, String said) {

    public static Program run(Map<String, String> environment, long seconds, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("program", ".txt");
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        program.environment().putAll(environment);
        Process running = program.start();
        if (!running.waitFor(seconds, TimeUnit.SECONDS)) {
            running.destroyForcibly();
            throw new StackFailure(command.get(0) + " did not end: " + Files.readString(output));
        }
        return new Program(running.exitValue(), Files.readString(output));
    }
}
