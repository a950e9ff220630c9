package org.tocsin.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tocsin.local.Port;

/** Runs the README's walk as it stands there, but for the ports, which are this test's own. */
class ReadmeIT {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @Test
    void theWalkEndsWithTheCaseNumber() throws IOException, InterruptedException {
        // Given
        Running.stack();
        String readme = Files.readString(Path.of("README.md"));
        String walk = readme.substring(readme.indexOf("<!-- walk"), readme.indexOf("<!-- end of walk -->"));
        String script = BLOCK.matcher(walk).results().map(block -> block.group(1)).collect(Collectors.joining("\n"))
                .replace("localhost:8080", "localhost:" + Running.ports().of(Port.TOCSIN))
                .replace("localhost:8180", "localhost:" + Running.ports().of(Port.KEYCLOAK));

        // When
        Path output = Files.createTempFile("walk", ".txt");
        Process shell = new ProcessBuilder("sh", "-eu", "-c", script)
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        boolean ended = shell.waitFor(60, TimeUnit.SECONDS);
        shell.destroyForcibly();
        String said = Files.readString(output);

        // Then
        assertThat(ended).as(said).isTrue();
        assertThat(said.strip().lines().reduce((first, last) -> last)).hasValueSatisfying(
                last -> assertThat(last).matches("The CERT's case number: CERT-\\w{4}-\\w{4}-\\w"));
    }
}
