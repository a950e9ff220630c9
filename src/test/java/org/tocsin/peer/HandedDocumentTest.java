package org.tocsin.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.local.StackResource;

/** What a handed-over document must be like. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class HandedDocumentTest {

    @Test
    void allFaultsOfADocumentAreToldAtOnce() {
        // Given
        UUID origin = UUID.randomUUID();
        ObjectNode document = Documents.sound(origin, 1).put("schema", "urn:another:thing").put("sumbission", "x");
        document.withObject("/report").put("revision", 0).remove("receipt");
        document.withObject("/submission").put("suspectedMalicious", "perhaps");

        // When
        Answer answer = Handing.over(Documents.bytes(document)).send();

        // Then
        assertThat(answer.refusal()).isEqualTo("422 invalid");
        assertThat(pointers(answer)).containsExactlyInAnyOrder("/schema", "/sumbission", "/report/revision", "/report/receipt",
                "/submission/suspectedMalicious");
        assertThat(Kept.reports(origin)).isZero();
    }

    @Test
    void whatIsNotJsonIsRefused() {
        // Given
        byte[] broken = "{\"schema\": ".getBytes(UTF_8);

        // When
        Answer answer = Handing.over(broken).send();

        // Then
        assertThat(answer.refusal()).isEqualTo("400 invalid");
    }

    @Test
    void anEmptyBodyIsRefused() {
        // When
        Answer answer = Handing.over(new byte[0]).send();

        // Then
        assertThat(answer.refusal()).isEqualTo("400 invalid");
    }

    @Test
    void aDigestOfAnotherSubmissionInTheDocumentIsRefused() {
        // Given
        UUID origin = UUID.randomUUID();
        ObjectNode document = Documents.sound(origin, 1);
        document.withObject("/submission").put("title", "Another title than the one that was receipted");

        // When
        Answer answer = Handing.over(Documents.bytes(document)).send();

        // Then
        assertThat(answer.refusal()).isEqualTo("422 invalid");
        assertThat(pointers(answer)).containsExactly("/report/bodySha256");
        assertThat(Kept.reports(origin)).isZero();
    }

    @Test
    void aDocumentOverTwoMebibytesIsRefused() {
        // Given
        UUID origin = UUID.randomUUID();
        ObjectNode document = Documents.sound(origin, 1);
        document.putObject("enrichment").put("padding", "x".repeat(2 * 1024 * 1024));

        // When
        Answer answer = Handing.over(Documents.bytes(document)).send();

        // Then
        assertThat(answer.refusal()).isEqualTo("413 too-large");
        assertThat(Kept.reports(origin)).isZero();
    }

    @Test
    void aDocumentOfAlmostTwoMebibytesIsTaken() {
        // Given
        ObjectNode document = Documents.sound();
        document.putObject("enrichment").put("padding", "x".repeat(2 * 1024 * 1024 - 2048));

        // When
        Answer answer = Handing.over(Documents.bytes(document)).send();

        // Then
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    }

    @Test
    void anotherContentTypeIsRefused() {
        // When
        Answer answer = Handing.over(Documents.bytes(Documents.sound())).with("Content-Type", "text/plain").send();

        // Then
        assertThat(answer.refusal()).isEqualTo("415 unsupported-media-type");
    }

    @Test
    void aTimeIsNoReasonToRefuse() {
        // Given
        ObjectNode submission = Documents.bare().put("awareAt", "2199-01-01T00:00:00Z");

        // When
        Answer answer = Handing.over(Documents.bytes(Documents.about(UUID.randomUUID(), 1, submission))).send();

        // Then
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    }

    private static List<String> pointers(Answer answer) {
        List<String> pointers = new ArrayList<>();
        for (JsonNode fault : answer.json().path("faults")) {
            pointers.add(fault.path("pointer").asText());
        }
        return pointers;
    }
}
