package org.tocsin.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tocsin.delivery.channel.CertReceipt;
import org.tocsin.delivery.channel.ContentDigest;
import org.tocsin.delivery.channel.SubmissionSignature;
import org.tocsin.json.Canonical;
import org.tocsin.json.Json;
import org.tocsin.report.submission.Submission;
import org.tocsin.seal.Sha256;
import org.tocsin.seal.Signed;
import org.tocsin.seal.TrustedKeys;

/** The handover that docs/cert-intake.md shows is one that verifies: implementers test against it. */
class DocumentedHandoverTest {

    private final String page = Files.readString(Path.of("docs", "cert-intake.md"));
    private final byte[] document = block("json document").getBytes(UTF_8);
    private final TrustedKeys keys = TrustedKeys.of(block("json keys"));

    DocumentedHandoverTest() throws IOException {
    }

    @Test
    void itsDigestIsThatOfTheDocument() {
        assertThat(ContentDigest.matches(header("Content-Digest"), document)).isTrue();
    }

    @Test
    void itsSignatureVerifiesForThisDelivery() {
        // When
        Signed signed = keys.verifyDetached(header("Tocsin-Signature"), document).orElseThrow();

        // Then
        assertThat(signed.header()).containsEntry("typ", SubmissionSignature.TYPE)
                .containsEntry("deliveryId", header("Idempotency-Key"));
    }

    @Test
    void itsReceiptVerifiesForThisDeliveryAndTheseBytes() throws IOException {
        // Given
        String jws = Json.MAPPER.readTree(block("json answer")).path("receipt").asText();

        // When
        Signed signed = keys.verify(jws).orElseThrow();

        // Then
        JsonNode receipt = Json.MAPPER.readTree(signed.payload());
        assertThat(signed.header()).containsEntry("typ", CertReceipt.TYPE);
        assertThat(receipt.path("deliveryId").asText()).isEqualTo(header("Idempotency-Key"));
        assertThat(receipt.path("documentSha256").asText()).isEqualTo(Sha256.hex(Sha256.of(document)));
        assertThat(page).contains(new String(signed.payload(), UTF_8));
    }

    @Test
    void itsBodyDigestIsThatOfTheCanonicalSubmission() {
        // Given
        JsonNode tree = Json.tree(document);

        // When
        Submission submission = Json.read(Canonical.bytes(tree.path("submission")), Submission.class);

        // Then
        assertThat(Sha256.hex(Sha256.of(Canonical.bytes(submission)))).isEqualTo(tree.path("report").path("bodySha256").asText());
    }

    private String block(String info) {
        return found("```" + info + "\n(.*?)\n```");
    }

    private String header(String name) {
        return found("(?m)^" + name + ": (.*?)$");
    }

    private String found(String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
