package org.tocsin.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.json.Json;
import org.tocsin.problem.Fault;
import org.tocsin.report.Drafts;
import org.tocsin.report.submission.SubmissionOutcome;
import org.tocsin.report.submission.SubmissionReader;

class AmendmentTest {

    private static final byte[] BODY = sound(Drafts.about("clock-1", "clock-2"));

    private static byte[] sound(ObjectNode draft) {
        return ((SubmissionOutcome.Sound) SubmissionReader.read(bytes(draft))).canonical();
    }

    private static byte[] bytes(JsonNode tree) {
        return tree.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode json(String value) {
        return Json.tree(value.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "/severity; \"high\"", "/impact/description; \"Trains stand\"", "/assets/1/serial; \"SN 7\"", "/assets/0; {\"ref\":\"other\"}",
        "/contact; {\"phone\":\"+49 30 5550100\"}", "/ongoing; true", "/assets; [{\"ref\":\"clock-3\"}]"})
    void theFieldIsSetAndTheRestStays(String field, String value) {
        // When
        SubmissionOutcome outcome = Amendment.of(BODY, field, json(value));

        // Then
        assertThat(outcome).isInstanceOf(SubmissionOutcome.Sound.class);
        ObjectNode amended = (ObjectNode) Json.tree(((SubmissionOutcome.Sound) outcome).canonical());
        assertThat(amended.at(field)).isEqualTo(json(value));
        String top = field.split("/")[1];
        ObjectNode before = (ObjectNode) Json.tree(BODY);
        before.remove(top);
        amended.remove(top);
        assertThat(amended).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "/severity; \"terrible\"; /value; unknown-word",
        "/impact; {\"descripton\":\"x\"}; /value/descripton; unknown-field",
        "/assets; [{\"ref\":\"a\"},{\"ip\":\"x\"}]; /value/1/ip; wrong-form",
        "/awareAt; \"yesterday\"; /value; not-a-time",
        "/stage; \"intermediate\"; /value; missing-at-stage"})
    void whatIsWrongPointsIntoTheAnswer(String field, String value, String pointer, String code) {
        // When
        SubmissionOutcome outcome = Amendment.of(BODY, field, json(value));

        // Then
        assertThat(((SubmissionOutcome.Faulty) outcome).faults()).extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple(pointer, code));
    }

    @Test
    void aPlaceThatTheReportHasLostIsSaidSo() {
        // When
        SubmissionOutcome outcome = Amendment.of(sound(Drafts.about("clock-1")), "/assets/1/serial", json("\"SN 7\""));

        // Then
        assertThat(((SubmissionOutcome.Faulty) outcome).faults()).extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/value", "no-such-place"));
    }

    @Test
    void anAnswerThatMakesTheReportTooLargeIsRefused() {
        // Given
        ObjectNode large = Drafts.earlyWarning();
        for (int i = 0; i < 32; i++) {
            large.withArray("observations").addObject().put("type", "generic").put("summary", "Seen").put("raw", "x".repeat(8000));
        }
        String description = "\"" + "y".repeat(20_000) + "\"";

        // When
        SubmissionOutcome outcome = Amendment.of(sound(large), "/description", json(description));

        // Then
        assertThat(((SubmissionOutcome.Faulty) outcome).faults()).extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/value", "too-large"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "/title; 42; \"42\"", "/severity; high; \"high\"", "/ongoing; true; true", "/contact; {\"name\":\"Desk\"}; {\"name\":\"Desk\"}",
        "/severity; terrible; \"terrible\""})
    void onAFormTextIsTextWhereTextFits(String field, String written, String value) {
        assertThat(FormAnswer.value(Json.tree(BODY), field, written)).isEqualTo(json(value));
    }
}
