package org.tocsin.delivery.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.json.Canonical;
import org.tocsin.json.Json;
import org.tocsin.seal.Keys;
import org.tocsin.seal.Sha256;

/** Delivered means a receipt that verifies; any other 201 is somebody's word for it. */
class CertReceiptTest {

    private static final String SUBMISSION = "0199a000-0000-7000-8000-000000000001";

    private final Keys theirs = Keys.fresh("theirs");
    private final Parcel parcel = new Parcel(UUID.randomUUID(), FaultyCert.NAME, "{\"a\":1}".getBytes(UTF_8));
    private FaultyCert cert;

    @BeforeEach
    void start() {
        cert = new FaultyCert();
    }

    @AfterEach
    void stop() {
        cert.close();
    }

    @Test
    void aReceiptThatVerifiesMakesADelivery() {
        // Given
        String receipt = signed(theirs, CertReceipt.TYPE, receipt(parcel, "CERT-1"));

        // When
        Outcome outcome = answeredWith(receipt);

        // Then
        assertThat(outcome).isEqualTo(new Outcome.Delivered(receipt, SUBMISSION, "CERT-1"));
    }

    @Test
    void aReceiptWithoutACaseReferenceMakesADeliveryToo() {
        // Given
        String receipt = signed(theirs, CertReceipt.TYPE, receipt(parcel, null));

        // When
        Outcome outcome = answeredWith(receipt);

        // Then
        assertThat(outcome).isEqualTo(new Outcome.Delivered(receipt, SUBMISSION, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "true", "thanks", "{}", "{\"receipt\": null}", "{\"receipt\": \"\"}",
            "{\"receipt\": 1}", "{\"receipt\": \"a.b.c\"}", "{\"receipt\": \"a..c\"}"})
    void wordsWithoutAReceiptMakeNoDelivery(String body) {
        // Given
        cert.answers(201, body);

        // When
        Outcome outcome = cert.channel(theirs.trusted(), FaultyCert.PATIENT).send(parcel);

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aReceiptByAnotherKeyMakesNoDelivery() {
        assertNotVerified(answeredWith(signed(Keys.fresh("theirs"), CertReceipt.TYPE, receipt(parcel, "CERT-1"))));
    }

    @Test
    void aReceiptForOtherBytesMakesNoDelivery() {
        // Given
        Parcel other = new Parcel(parcel.deliveryId(), FaultyCert.NAME, "{\"a\":2}".getBytes(UTF_8));

        // When
        Outcome outcome = answeredWith(signed(theirs, CertReceipt.TYPE, receipt(other, "CERT-1")));

        // Then
        assertNotVerified(outcome);
    }

    @Test
    void aReceiptForAnotherDeliveryMakesNoDelivery() {
        // Given
        Parcel other = new Parcel(UUID.randomUUID(), FaultyCert.NAME, parcel.document());

        // When
        Outcome outcome = answeredWith(signed(theirs, CertReceipt.TYPE, receipt(other, "CERT-1")));

        // Then
        assertNotVerified(outcome);
    }

    @Test
    void anotherThingThatTheySignedMakesNoDelivery() {
        assertNotVerified(answeredWith(signed(theirs, "tocsin-receipt+jws", receipt(parcel, "CERT-1"))));
    }

    @Test
    void aReceiptWithoutSubmissionMakesNoDelivery() {
        // Given
        CertReceipt nameless = new CertReceipt("r", null, parcel.deliveryId().toString(),
                Sha256.hex(Sha256.of(parcel.document())), "2026-11-23T03:12:00Z", "CERT-1");

        // When
        Outcome outcome = answeredWith(signed(theirs, CertReceipt.TYPE, nameless));

        // Then
        assertNotVerified(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"receipt\"", "not json", ""})
    void aSignedNothingMakesNoDelivery(String payload) {
        assertNotVerified(answeredWith(theirs.seal().sign(payload.getBytes(UTF_8), CertReceipt.TYPE)));
    }

    private Outcome answeredWith(String receipt) {
        cert.answers(201, Json.MAPPER.createObjectNode().put("submissionId", SUBMISSION).put("receipt", receipt).toString());
        return cert.channel(theirs.trusted(), FaultyCert.PATIENT).send(parcel);
    }

    private static void assertNotVerified(Outcome outcome) {
        assertThat(outcome).isEqualTo(new Outcome.Refused(
                "The destination said that it has the report, but its receipt does not verify."));
    }

    private static String signed(Keys by, String type, CertReceipt receipt) {
        return by.seal().sign(Canonical.bytes(receipt), type);
    }

    private static CertReceipt receipt(Parcel about, String caseReference) {
        return new CertReceipt("r-1", SUBMISSION, about.deliveryId().toString(), Sha256.hex(Sha256.of(about.document())),
                "2026-11-23T03:12:00Z", caseReference);
    }
}
