package org.tocsin.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.report.submission.SubmissionReader;

/** Which places a document has, by the shape of what may be reported. */
class ShapePlaceTest {

    private static final JsonNode SUBMISSION = Json.tree("""
            {"title": "t", "assets": [{"ref": "clock"}], "threats": [],
             "observations": [{"type": "ntp", "offsetSeconds": "0.04"}, {"type": "generic"}]}""".getBytes());

    @ParameterizedTest
    @ValueSource(strings = {"/title", "/severity", "/impact", "/impact/description", "/assets", "/assets/0", "/assets/0/ip",
        "/observations/0/offsetSeconds", "/observations/0/asset", "/observations/0/observedAt/from", "/contact/phone", "/threats"})
    void whatMayStandThereHasAPlace(String pointer) {
        assertThat(SubmissionReader.objection(JsonPointer.compile(pointer), SUBMISSION)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/titel, title",
        "/impact/descripton, description",
        "/title/0, nothing below",
        "/assets/1, 1 entries",
        "/assets/-, 1 entries",
        "/assets/00, 1 entries",
        "/assets/99999999999, 1 entries",
        "/threats/0, 0 entries",
        "/observations/0/offsetMs, offsetSeconds",
        "/observations/1/offsetSeconds, No field",
        "/awareAt/year, nothing below",
        "/, No field"})
    void whatMayNotIsObjectedToInWords(String pointer, String words) {
        assertThat(SubmissionReader.objection(JsonPointer.compile(pointer), SUBMISSION)).get().asString().contains(words);
    }
}
