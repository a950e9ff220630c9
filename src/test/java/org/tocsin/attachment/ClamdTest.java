package org.tocsin.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClamdTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static Verdict scan(String address, String content, Duration timeout) throws IOException {
        try (Clamd clamd = Clamd.connect(address, timeout); OutputStream out = clamd.content()) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
            return clamd.verdict();
        }
    }

    @Test
    void itIsAskedOverTcp() throws IOException {
        try (FakeClamd clamd = FakeClamd.onLoopback()) {
            assertThat(scan(clamd.address(), "x".repeat(3_000_000), PATIENCE)).isEqualTo(new Verdict.Clean());
            assertThat(scan(clamd.address(), "EICAR", PATIENCE)).isEqualTo(new Verdict.Infected("Eicar-Test-Signature"));
        }
    }

    @Test
    void itIsAskedOverAUnixSocket(@TempDir Path directory) throws IOException {
        try (FakeClamd clamd = FakeClamd.at(directory.resolve("clamd.ctl"))) {
            assertThat(scan(clamd.address(), "x".repeat(3_000_000), PATIENCE)).isEqualTo(new Verdict.Clean());
            assertThat(scan(clamd.address(), "EICAR", PATIENCE)).isEqualTo(new Verdict.Infected("Eicar-Test-Signature"));
        }
    }

    @Test
    void oneThatDoesNotAnswerIsNotWaitedForForEver() throws IOException {
        try (FakeClamd clamd = FakeClamd.onLoopback()) {
            assertThatThrownBy(() -> scan(clamd.address(), "HANG", Duration.ofMillis(100))).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void oneThatIsDownIsAFailure() throws IOException {
        // Given
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }

        // When / Then
        assertThatThrownBy(() -> scan("localhost:" + closed, "x", PATIENCE)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stream: OKAY", "stream: FOUND", "OK", "stream: Eicar FOUND later", "INSTREAM size limit exceeded. ERROR"})
    void whatIsNotClearlyAVerdictIsNone(String answer) {
        assertThat(Verdict.of(answer)).isInstanceOf(Verdict.None.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clamd", ":3310", "host:port"})
    void anAddressThatIsNoneIsRefusedAtTheStart(String address) {
        assertThatThrownBy(() -> Clamd.socket(address)).isInstanceOf(IllegalArgumentException.class);
    }
}
