package org.tocsin.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scripts that docs/configuration.md gives for making a signing key; they need OpenSSL. */
class KeyScriptsTest {

    private static final String SCRIPTS = "src/main/docker/keys/";

    @BeforeEach
    void onlyWithOpenSsl() throws IOException, InterruptedException {
        assumeThat(new ProcessBuilder("sh", "-c", "command -v openssl").start().waitFor()).isZero();
    }

    @Test
    void whatANewKeySignsItsPublicHalfVerifies() throws IOException, InterruptedException {
        // Given
        String privateKey = run("signing-key.sh", "");
        String publicKeys = run("public-keys.sh", privateKey);

        // When
        String signed = new Seal(privateKey).sign("a report".getBytes(UTF_8), "test");

        // Then
        assertThat(TrustedKeys.of(publicKeys).verify(signed)).isPresent();
        assertThat(publicKeys).doesNotContain("\"d\"");
    }

    @Test
    void twoKeysHaveTwoNames() throws IOException, InterruptedException {
        // Given
        String first = run("public-keys.sh", run("signing-key.sh", ""));
        Seal second = new Seal(run("signing-key.sh", ""));

        // When
        String signed = second.sign("a report".getBytes(UTF_8), "test");

        // Then
        assertThat(TrustedKeys.of(first).verify(signed)).isEmpty();
    }

    private static String run(String script, String input) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", SCRIPTS + script).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return said;
    }
}
