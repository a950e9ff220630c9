package org.tocsin.delivery.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.seal.Keys;

/** A clock that is wrong, ours or theirs, is not taken for a key that was revoked. */
class CertClockTest {

    private static final String REFUSED = "{\"detail\": \"Bearer token has expired.\"}";

    private final Parcel parcel = new Parcel(UUID.randomUUID(), FaultyCert.NAME, "{}".getBytes(UTF_8));
    private FaultyCert cert;

    @BeforeEach
    void start() {
        cert = new FaultyCert();
    }

    @AfterEach
    void stop() {
        cert.close();
    }

    private CertChannel channel() {
        return cert.channel(Keys.fresh("theirs").trusted(), FaultyCert.PATIENT);
    }

    private static void isForTheClock(Outcome outcome, String whose, String words) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Unanswered.class, unanswered -> assertThat(unanswered.reason())
                .matches(whose + " and ours differ by " + words + ". That explains the refusal, so nothing says that our key or certificate was "
                        + "revoked. It is tried again; have both clocks looked at. .*"));
    }

    @ParameterizedTest
    @CsvSource({"PT1H3M, 1 h 3 min, ahead", "PT-1H-3M, 1 h 3 min, behind", "P7305D, 20 years 5 days, ahead", "P-7305D, 20 years 5 days, behind"})
    void aRefusalWhileTheClocksDifferIsTriedAgain(Duration ahead, String by, String where) {
        for (int status : new int[] {401, 403}) {
            // Given
            cert.ourClockIsAhead(ahead);
            cert.answers(aResponse().withStatus(status).withHeader("Date", FaultyCert.date()).withBody(REFUSED));

            // When
            Outcome outcome = channel().send(parcel);

            // Then
            isForTheClock(outcome, "The CERT's clock", by + ", ours is " + where);
            assertThat(((Outcome.Unanswered) outcome).reason()).endsWith("The destination answered " + status + ": Bearer token has expired.");
        }
    }

    @Test
    void aRefusalWithoutADateIsAskedForOne() {
        // Given
        cert.ourClockIsAhead(Duration.ofMinutes(63));
        cert.answers(401, REFUSED);
        cert.saysTheTime();

        // Then
        isForTheClock(channel().send(parcel), "The CERT's clock", "1 h 3 min, ours is ahead");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT10S", "PT-10S"})
    void aRefusalWhileTheClocksAgreeIsOne(Duration ahead) {
        // Given
        cert.ourClockIsAhead(ahead);
        cert.answers(aResponse().withStatus(401).withHeader("Date", FaultyCert.date()).withBody(REFUSED));

        // Then
        assertThat(channel().send(parcel)).isEqualTo(new Outcome.Refused("The destination answered 401: Bearer token has expired."));
    }

    @Test
    void whoSaysNoUsableTimeIsTakenAtItsWord() {
        // Given
        cert.ourClockIsAhead(Duration.ofHours(1));
        cert.answers(aResponse().withStatus(401).withHeader("Date", "yesterday").withBody(REFUSED));

        // Then
        assertThat(channel().send(parcel)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void anIssuerThatRefusesOurAssertionIsAskedForItsTimeToo() {
        // Given
        cert.ourClockIsAhead(Duration.ofMinutes(-63));
        cert.givesNoToken();
        cert.saysTheTime();

        // When
        Outcome outcome = channel().send(parcel);

        // Then
        isForTheClock(outcome, "The clock of the destination's identity provider", "1 h 3 min, ours is behind");
        assertThat(((Outcome.Unanswered) outcome).reason()).contains("invalid_client");
    }
}
