package org.tocsin.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.json.Input;
import org.tocsin.json.Json;
import org.tocsin.report.page.CodeWords;
import org.tocsin.report.submission.SubmissionReader;

class AskedFieldTest {

    private static final JsonNode REPORT = Json.tree("""
            {"title": "Odd", "awareAt": "2026-11-23T03:12:00Z", "suspectedMalicious": "no", "crossBorder": "no",
             "assets": [{"ref": "ntp-1"}],
             "observations": [{"type": "clock", "offsetSeconds": "0.5", "holdover": {"state": "locked"}}]}""".getBytes());

    private static AskedField at(String place) {
        return AskedField.of(place, REPORT);
    }

    @ParameterizedTest
    @CsvSource({"/severity, WORD", "/ongoing, FLAG", "/occurred/from, TIME", "/impact/usersAffected, NUMBER", "/observations/0/offsetSeconds, DECIMAL",
            "/observations/0/holdover/state, WORD", "/description, TEXT", "/contact/email, TEXT", "/category, TEXT", "/assets, PARTS", "/assets/0, PARTS",
            "/impact, PARTS", "/impact/services, PARTS", "/observations/0/holdover, PARTS"})
    void itsShapeSaysWhatIsFilledIn(String place, Input.Kind kind) {
        assertThat(at(place).input().kind()).isEqualTo(kind);
    }

    @Test
    void whatIsChosenIsChosenByItsWords() {
        assertThat(at("/severity").choices()).extracting(CodeWords.Choice::word, CodeWords.Choice::says).contains(tuple("high", "High"));
        assertThat(at("/ongoing").choices()).extracting(CodeWords.Choice::word).containsExactly("true", "false");
        assertThat(at("/category").choices()).hasSizeGreaterThan(20);
        assertThat(at("/description").choices()).isEmpty();
        assertThat(at("/severity").spoken(TextNode.valueOf("high"))).isEqualTo("High");
        assertThat(at("/ongoing").spoken(BooleanNode.TRUE)).isEqualTo("Yes");
        assertThat(at("/awareAt").spoken(TextNode.valueOf("2026-11-23T03:12:00Z"))).isEqualTo("23 Nov 2026, 03:12:00 UTC");
    }

    @ParameterizedTest
    @CsvSource({"/severity, How bad is it?", "/impact/description, What does it mean for others?", "/observations/0/offsetSeconds, Offset of the clock"})
    void itIsCalledAsTheFormCallsIt(String place, String label) {
        assertThat(at(place).label()).isEqualTo(label);
    }

    @Test
    void whatHasPartsIsCalledInWordsToo() {
        assertThat(List.of("/assets", "/assets/0", "/observations", "/impact", "/mitigations", "/indicators")).allSatisfy(place ->
                assertThat(at(place).label()).doesNotContain("/"));
        assertThat(at("/assets/0").label()).isEqualTo(at("/assets").label() + " 1");
    }

    @Test
    void aDecimalCommaIsUnderstoodOnlyWhereADecimalIsAskedFor() {
        assertThat(at("/observations/0/offsetSeconds").typed(" -0,25")).isEqualTo("-0.25");
        assertThat(at("/description").typed("0,25")).isEqualTo("0,25");
    }

    @Test
    void aReportThatWasErasedOrHasNoSuchPlaceTakesText() {
        assertThat(AskedField.of("/severity", null)).isEqualTo(new AskedField("/severity", Input.ANY_TEXT, false));
        assertThat(at("/assets/7/ref").present()).isFalse();
        assertThat(at("/assets").present()).isTrue();
    }

    @Test
    void aLiaisonChoosesAmongPlacesThatTheReportHas() {
        // When
        List<AskableField> said = AskableField.said(REPORT);

        // Then
        assertThat(said).extracting(AskableField::place).containsExactly("/observations/0/offsetSeconds", "/observations/0/holdover/state", "/assets/0/ref");
        assertThat(said.get(0).name()).isEqualTo("Observation 1: Offset of the clock");
        assertThat(AskableField.usual()).allSatisfy(field ->
                assertThat(SubmissionReader.objection(JsonPointer.compile(field.place()), REPORT)).isEmpty());
    }
}
