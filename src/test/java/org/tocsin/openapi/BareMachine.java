package org.tocsin.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.clients.Program;

/**
 * A shell with the programs that every machine has, and curl and openssl. No uuidgen, no jq. Its sleep does not wait.
 *
 * @param folder where it works
 */
record BareMachine(Path folder) {

    private static final List<String> PROGRAMS = List.of("sh", "curl", "openssl", "sed", "grep", "head", "tail", "cut", "tr", "cat", "base64",
            "stat", "sha256sum", "od", "rm");

    static BareMachine in(Path folder) throws IOException {
        Path programs = Files.createDirectories(folder.resolve("bin"));
        for (String program : PROGRAMS) {
            write(programs.resolve(program), "exec " + where(program) + " \"$@\"");
        }
        write(programs.resolve("sleep"), "echo \"$1\" >> " + folder.resolve("slept"));
        return new BareMachine(folder);
    }

    private static void write(Path program, String command) throws IOException {
        Files.writeString(program, "#!/bin/sh\n" + command + "\n");
        if (!program.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + program + " executable");
        }
    }

    /** As a person would run it, but that the first command that fails ends it. */
    Program run(Map<String, String> variables, String script) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("PATH", folder.resolve("bin").toString());
        return Program.run(environment, 60, List.of("/bin/sh", "-eu", "-c", "cd " + folder + "\n" + script));
    }

    private static Path where(String program) throws IOException {
        for (String folder : System.getenv("PATH").split(":")) {
            Path file = Path.of(folder, program);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        throw new IOException("this machine has no " + program);
    }
}
