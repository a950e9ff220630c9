package org.tocsin.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.tocsin.delivery.ServerKeyStore;
import org.tocsin.hostile.ErrorLog;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.TestStack;

/** To whom a message is handed: only to an address that is allowed when it is sent, and only to who proves the name. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WebhookLineTest {

    @Inject
    Vertx vertx;
    @Inject
    TlsConfigurationRegistry tls;

    private WireMockServer server;

    @BeforeEach
    void listen() {
        server = new WireMockServer(WireMockConfiguration.options().bindAddress("localhost").dynamicPort().dynamicHttpsPort()
                .keystoreType("PKCS12").keystorePath(ServerKeyStore.of(TestStack.certificates().server()).toString())
                .keystorePassword(ServerKeyStore.PASSWORD).keyManagerPassword(ServerKeyStore.PASSWORD));
        server.start();
        server.stubFor(WireMock.post("/hook").willReturn(WireMock.noContent()));
        server.stubFor(WireMock.post("/slow").willReturn(WireMock.noContent().withFixedDelay(5_000)));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Answer send(String url, String allowed, String trust) {
        return send(url, allowed, trust, Duration.ofSeconds(30));
    }

    private Answer send(String url, String allowed, String trust, Duration patience) {
        WebhookConfig config = Mockito.mock(WebhookConfig.class);
        Mockito.when(config.allowedNetworks()).thenReturn(Optional.ofNullable(allowed));
        Mockito.when(config.tls()).thenReturn(Optional.ofNullable(trust));
        Mockito.when(config.timeout()).thenReturn(patience);
        WebhookLine line = new WebhookLine(new Whereto(config), config, vertx, tls);
        return line.send(url, List.of(new byte[32]), WebhookMessage.ping(UUID.randomUUID(), TestOrganisation.A.id(), Instant.EPOCH), Instant.EPOCH);
    }

    private static String loopback() {
        return "127.0.0.0/8,::1/128";
    }

    @Test
    void aNameThatMeansAnInnerAddressWhenItIsSentIsNotCalled() {
        // When
        Answer answer = send("https://localhost:" + server.httpsPort() + "/hook", null, "national-cert");

        // Then
        assertThat(answer).isEqualTo(Answer.refused(Whereto.ONLY_PUBLIC));
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    @Test
    void whoProvesItsNameIsTold() {
        assertThat(send("https://localhost:" + server.httpsPort() + "/hook", loopback(), "national-cert").kind())
                .isEqualTo(Answer.Kind.DELIVERED);
        assertThat(server.getAllServeEvents().get(0).getRequest().getHost()).isEqualTo("localhost");
    }

    @Test
    void whoDoesNotProveItsNameIsNotTold() {
        // When
        Answer answer = send("https://localhost:" + server.httpsPort() + "/hook", loopback(), null);

        // Then
        assertThat(answer).isEqualTo(Answer.unanswered("Its certificate was not accepted, or TLS failed."));
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    @Test
    void anAnswerThatIsNotReadToItsEndIsNoErrorInTheLog() {
        // Given
        server.stubFor(WireMock.post("/chatty").willReturn(WireMock.ok("x".repeat(100_000)).withChunkedDribbleDelay(50, 1_500)));

        // When
        try (ErrorLog errors = ErrorLog.opened()) {
            for (int i = 0; i < 5; i++) {
                assertThat(send("http://127.0.0.1:" + server.port() + "/chatty", loopback(), null).kind()).isEqualTo(Answer.Kind.DELIVERED);
            }
            // What an event loop was given before is done when this is.
            vertx.nettyEventLoopGroup().forEach(loop -> loop.submit(() -> { }).syncUninterruptibly());

            // Then
            assertThat(errors.entries()).isEmpty();
        }
    }

    @Test
    void plainHttpGoesNowhereElse() {
        assertThat(send("http://192.0.3.1:" + server.port() + "/hook", loopback(), null).kind()).isEqualTo(Answer.Kind.REFUSED);
    }

    @Test
    void whoIsSlowOrAwayIsUnanswered() {
        // When
        Answer slow = send("http://127.0.0.1:" + server.port() + "/slow", loopback(), null, Duration.ofSeconds(2));
        int port = server.port();
        server.stop();
        Answer away = send("http://127.0.0.1:" + port + "/hook", loopback(), null);

        // Then
        assertThat(slow).isEqualTo(Answer.unanswered("It did not answer within 2000 ms."));
        assertThat(away).isEqualTo(Answer.unanswered("It could not be reached."));
    }

    @Test
    void aNameThatNobodyKnowsIsUnanswered() {
        assertThat(send("https://no-such-host.invalid/hook", loopback(), null).kind()).isEqualTo(Answer.Kind.UNANSWERED);
    }
}
