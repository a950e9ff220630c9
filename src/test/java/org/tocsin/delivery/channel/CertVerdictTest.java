package org.tocsin.delivery.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.seal.Keys;
import org.tocsin.seal.Signed;

/** What each answer of a destination means, short of a good receipt. */
class CertVerdictTest {

    private final Keys theirs = Keys.fresh("theirs");
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

    private Outcome outcome() {
        return outcomeWithin(FaultyCert.PATIENT);
    }

    private Outcome outcomeWithin(Duration timeout) {
        return cert.channel(theirs.trusted(), timeout).send(parcel);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void whatMayPassIsTriedAgain(int status) {
        // Given
        cert.answers(status, "{\"detail\": \"Come back later.\"}");

        // When
        Outcome outcome = outcome();

        // Then
        assertThat(outcome).isEqualTo(new Outcome.Unanswered("The destination answered " + status + ": Come back later."));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 400, 401, 403, 404, 409, 413, 415, 422})
    void whatWillNotPassIsARefusal(int status) {
        // Given
        cert.answers(status, "{\"detail\": \"Not like this.\"}");

        // When
        Outcome outcome = outcome();

        // Then
        assertThat(outcome).isEqualTo(new Outcome.Refused("The destination answered " + status + ": Not like this."));
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsNone() {
        // Given
        cert.answers(aResponse().withStatus(201).withFixedDelay(5_000));

        // When
        Outcome outcome = outcomeWithin(Duration.ofSeconds(1));

        // Then
        assertThat(outcome).isEqualTo(new Outcome.Unanswered("The destination did not answer within 1 s."));
    }

    @Test
    void anAnswerThatDripsIsNone() {
        // Given
        cert.answers(aResponse().withStatus(201).withBody("{}".repeat(100)).withChunkedDribbleDelay(50, 20_000));

        // When
        Outcome outcome = outcomeWithin(Duration.ofSeconds(1));

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Unanswered.class);
    }

    @Test
    void aConnectionThatBreaksIsNoAnswer() {
        // Given
        cert.answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        // When
        Outcome outcome = outcome();

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Unanswered.class,
                unanswered -> assertThat(unanswered.reason()).startsWith("The destination could not be reached: "));
    }

    @Test
    void aDeadDestinationIsNoAnswer() {
        // Given
        CertChannel channel = cert.channel(theirs.trusted(), FaultyCert.PATIENT);
        cert.dies();

        // When
        Outcome outcome = channel.send(parcel);

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Unanswered.class,
                unanswered -> assertThat(unanswered.reason()).startsWith("The destination could not be reached: "));
    }

    @Test
    void withoutATokenNothingIsSent() {
        // Given
        cert.givesNoToken();

        // When
        Outcome outcome = outcome();

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Unanswered.class,
                unanswered -> assertThat(unanswered.reason()).contains("no access token").contains("invalid_client"));
        assertThat(cert.server().findAll(postRequestedFor(urlEqualTo("/cert/v1/submissions")))).isEmpty();
    }

    @Test
    void theBytesGoOutAsTheyAreStoredWithTheirDigestAndOurSignature() {
        // Given
        cert.answers(503, "");

        // When
        outcome();

        // Then
        LoggedRequest sent = cert.server().findAll(postRequestedFor(urlEqualTo("/cert/v1/submissions"))).get(0);
        assertThat(sent.getBody()).isEqualTo(parcel.document());
        assertThat(sent.getHeader("Authorization")).isEqualTo("Bearer a-token");
        assertThat(sent.getHeader("Idempotency-Key")).isEqualTo(parcel.deliveryId().toString());
        assertThat(ContentDigest.matches(sent.getHeader("Content-Digest"), parcel.document())).isTrue();
        Signed signed = cert.ours().verifyDetached(sent.getHeader("Tocsin-Signature"), parcel.document()).orElseThrow();
        assertThat(signed.header()).containsEntry("aud", FaultyCert.NAME).containsEntry("typ", "tocsin-submission+jws")
                .containsEntry("deliveryId", parcel.deliveryId().toString()).containsKey("iat");
    }
}
