package org.tocsin.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.tocsin.json.Json;

class DocumentDiffTest {

    private static JsonNode document(int revision, String title, String more) throws Exception {
        return Json.MAPPER.readTree("""
                {"report": {"revision": %d}, "submission": {"title": "%s", "awareAt": "2026-11-23T03:12:00Z",
                 "suspectedMalicious": "no", "crossBorder": "no"}%s}""".formatted(revision, title, more));
    }

    @Test
    void whatIsSaidIsComparedInWordsAndTheRestByItsPlace() throws Exception {
        // When
        DocumentDiff diff = DocumentDiff.between(document(1, "Clock", ""),
                document(2, "Clocks", ", \"assessment\": {\"severity\": \"high\"}"));

        // Then
        assertThat(diff.said()).singleElement().asString().contains("was “Clock” and is now “Clocks”");
        assertThat(diff.around()).extracting(DocumentDiff.Line::place).containsExactlyInAnyOrder("/report/revision", "/assessment");
        assertThat(diff.around()).filteredOn(line -> line.place().equals("/report/revision")).singleElement()
                .isEqualTo(new DocumentDiff.Line("/report/revision", "1", "2"));
        assertThat(diff.around()).filteredOn(line -> line.place().equals("/assessment")).singleElement()
                .satisfies(line -> assertThat(line.before()).isNull());
    }

    @Test
    void theSameDocumentHasNoDifference() throws Exception {
        assertThat(DocumentDiff.between(document(1, "Clock", ""), document(1, "Clock", "")).none()).isTrue();
    }
}
