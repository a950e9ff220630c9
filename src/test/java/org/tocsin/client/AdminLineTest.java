package org.tocsin.client;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** An identity provider that ends connections without an answer. */
class AdminLineTest {

    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 20\r\nConnection: close\r\n\r\n{\"access_token\":\"t\"}";

    private static void opened(int ended) throws IOException {
        try (ServerSocket issuer = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> serving = CompletableFuture.runAsync(() -> serve(issuer, ended));
            new AdminLine("http://127.0.0.1:" + issuer.getLocalPort() + "/realms/r", "tocsin", Optional.of("s"), Duration.ofSeconds(20)).open();
            serving.join();
        }
    }

    private static void serve(ServerSocket issuer, int ended) {
        try {
            for (int i = 0; i < ended; i++) {
                issuer.accept().close();
            }
            try (Socket line = issuer.accept()) {
                line.getInputStream().read(new byte[4096]);
                line.getOutputStream().write(ANSWER.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException over) {
            // nobody asks any more
        }
    }

    @Test
    void aConnectionThatEndedIsTriedOnceMore() {
        assertThatCode(() -> opened(1)).doesNotThrowAnyException();
    }

    @Test
    void oneThatEndsAgainIsAnIdentityProviderThatIsDown() {
        assertThatThrownBy(() -> opened(2)).isInstanceOf(IdentityProviderDown.class);
    }
}
