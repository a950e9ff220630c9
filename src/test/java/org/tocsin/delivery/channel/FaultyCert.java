package org.tocsin.delivery.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.head;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.mockito.Mockito;
import org.tocsin.delivery.Pace;
import org.tocsin.outbox.LaneConfig;
import org.tocsin.seal.Keys;
import org.tocsin.seal.TrustedKeys;
import org.tocsin.time.Now;

/** A destination that answers what a test wants, and our channel to it, without TLS. */
final class FaultyCert implements AutoCloseable {

    static final Duration PATIENT = Duration.ofSeconds(30);
    static final String NAME = "national-cert";
    private static final String PATH = "/cert/v1/submissions";
    private static final String ISSUER = "/realms/cert";

    private final Keys ours = Keys.fresh("ours");
    private final WireMockServer server = new WireMockServer(WireMockConfiguration.options().bindAddress("localhost").dynamicPort());
    private final OidcClient tokens = Mockito.mock(OidcClient.class);

    private Now now = new Now();

    FaultyCert() {
        server.start();
        Tokens token = new Tokens("a-token", Long.MAX_VALUE, null, null, null, null, "gateway");
        Mockito.when(tokens.getTokens()).thenReturn(Uni.createFrom().item(token));
    }

    void answers(ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlEqualTo(PATH)).willReturn(answer));
    }

    void answers(int status, String body) {
        answers(aResponse().withStatus(status).withBody(body));
    }

    /** Ours, not theirs. */
    void ourClockIsAhead(Duration by) {
        now = new Now(Clock.offset(Clock.systemUTC(), by));
    }

    /** When only the time is asked for: of the destination, or of its issuer. */
    void saysTheTime() {
        server.stubFor(head(urlMatching("/|" + ISSUER)).willReturn(aResponse().withStatus(404).withHeader("Date", date())));
    }

    static String date() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
    }

    void givesNoToken() {
        Mockito.when(tokens.getTokens()).thenReturn(Uni.createFrom().failure(new IllegalStateException("invalid_client")));
    }

    /** Nobody listens there any more. */
    void dies() {
        server.stop();
    }

    WireMockServer server() {
        return server;
    }

    /** @param timeout how long it waits for an answer */
    CertChannel channel(TrustedKeys receiptKeys, Duration timeout) {
        CertLine line = new CertLine(HttpClient.newHttpClient(), tokens, URI.create("http://localhost:" + server.port() + PATH),
                NAME, receiptKeys, new CertLine.Issuer(HttpClient.newHttpClient(), URI.create("http://localhost:" + server.port() + ISSUER)),
                new Clocks(now));
        CertLines lines = new CertLines(null, null, null, null, null, null) {
            @Override
            CertLine to(String name) {
                return line;
            }
        };
        return new CertChannel(lines, new CertTrial(lines, new Patience(timeout)), ours.seal(), now, new Patience(timeout));
    }

    TrustedKeys ours() {
        return ours.trusted();
    }

    @Override
    public void close() {
        server.stop();
    }

    private record Patience(Duration timeout) implements Pace {

        @Override
        public Duration lease() {
            return timeout;
        }

        @Override
        public Duration firstRetry() {
            return timeout;
        }

        @Override
        public Duration lastRetry() {
            return timeout;
        }

        @Override
        public LaneConfig lanes() {
            throw new UnsupportedOperationException("A channel sends once and knows no threads");
        }
    }
}
