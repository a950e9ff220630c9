package org.tocsin.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.delivery.channel.ContentDigest;
import org.tocsin.delivery.channel.Parcel;
import org.tocsin.delivery.channel.SubmissionSignature;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestStack;
import org.tocsin.seal.Seal;

/** Whether it is what the peer sent, whole, and meant for us: otherwise it leaves nothing here. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class HandoverIntegrityTest {

    private Handing handing;

    @BeforeEach
    void aSoundHandover() {
        handing = Handing.over(Documents.bytes(Documents.sound()));
    }

    @AfterEach
    void nothingIsStored() {
        assertThat(Kept.submissions(handing.delivery())).isZero();
    }

    @Test
    void aMissingDigestIsRefused() {
        // Given
        handing.without("Content-Digest");

        // When
        Answer answer = handing.send();

        // Then
        assertThat(answer.refusal()).isEqualTo("422 digest-mismatch");
    }

    @Test
    void aDigestThatCannotBeReadIsRefused() {
        // Given
        handing.with("Content-Digest", "sha-256=not a byte sequence");

        // When
        Answer answer = handing.send();

        // Then
        assertThat(answer.refusal()).isEqualTo("422 digest-mismatch");
    }

    @Test
    void aDigestOfAnotherBodyIsRefused() {
        // Given
        handing.with("Content-Digest", ContentDigest.of(Documents.bytes(Documents.sound())));

        // When
        Answer answer = handing.send();

        // Then
        assertThat(answer.refusal()).isEqualTo("422 digest-mismatch");
    }

    @Test
    void aMissingSignatureIsRefused() {
        // Given
        handing.without("Tocsin-Signature");

        // When
        Answer answer = handing.send();

        // Then
        assertThat(answer.refusal()).isEqualTo("422 bad-signature");
    }

    @Test
    void aSignatureOverAnotherBodyIsRefused() {
        // Given
        byte[] other = Documents.bytes(Documents.sound());
        handing.signed(parcel -> SubmissionSignature.of(
                new Parcel(parcel.deliveryId(), Handing.US, other), Handing.ours(), Handing.US, Instant.now()));

        // When
        Answer answer = handing.send();

        // Then
        assertThat(answer.refusal()).isEqualTo("422 bad-signature");
    }

    @Test
    void aSignatureByAKeyThatIsNotRegisteredIsRefused() {
        // Given
        Seal stranger = Handing.seal(TestStack.certificates().signing("stranger"));
        handing.signed(parcel -> SubmissionSignature.of(parcel, stranger, Handing.US, Instant.now()));

        // When
        Answer answer = handing.send();

        // Then
        assertThat(answer.refusal()).isEqualTo("422 bad-signature");
    }

    @Test
    void aSignatureThatWasMadeForAnotherPurposeIsRefused() {
        // Given
        handing.signed(parcel -> Handing.ours().signDetached(parcel.document(), "tocsin-receipt+jws", Map.of(
                "aud", Handing.US, "deliveryId", parcel.deliveryId().toString(), "iat", Instant.now().getEpochSecond())));

        // When
        Answer answer = handing.send();

        // Then
        assertThat(answer.refusal()).isEqualTo("422 bad-signature");
    }

    @Test
    void whatWasSentToAnotherCertCannotBeReplayedHere() {
        // Given
        handing.signed(parcel -> SubmissionSignature.of(parcel, Handing.ours(), "another-cert", Instant.now()));

        // When
        Answer answer = handing.send();

        // Then
        assertThat(answer.refusal()).isEqualTo("422 wrong-audience");
    }

    @Test
    void aSignatureWithoutAudienceIsRefused() {
        // Given
        handing.signed(parcel -> Handing.ours().signDetached(parcel.document(), SubmissionSignature.TYPE,
                Map.of("deliveryId", parcel.deliveryId().toString(), "iat", Instant.now().getEpochSecond())));

        // When
        Answer answer = handing.send();

        // Then
        assertThat(answer.refusal()).isEqualTo("422 wrong-audience");
    }

    @Test
    void aSignatureOfAnotherDeliveryIsRefused() {
        // Given
        handing.signed(parcel -> SubmissionSignature.of(
                new Parcel(UUID.randomUUID(), Handing.US, parcel.document()), Handing.ours(), Handing.US, Instant.now()));

        // When
        Answer answer = handing.send();

        // Then
        assertThat(answer.refusal()).isEqualTo("422 wrong-delivery-id");
    }

    @Test
    void aMissingDeliveryIdIsRefused() {
        // Given
        handing.without("Idempotency-Key");

        // When
        Answer answer = handing.send();

        // Then
        assertThat(answer.refusal()).isEqualTo("400 bad-idempotency-key");
    }

    @Test
    void aDeliveryIdThatIsNoUuidIsRefused() {
        // Given
        handing.with("Idempotency-Key", "first-try");

        // When
        Answer answer = handing.send();

        // Then
        assertThat(answer.refusal()).isEqualTo("400 bad-idempotency-key");
    }
}
