package org.tocsin.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class TriageQueueTest {

    private static FiledReport file(String severity) {
        return FiledReport.by(As.OPERATOR_A, Drafts.ofSeverity(severity));
    }

    private static List<String> ids(FiledReport... reports) {
        return Stream.of(reports).map(FiledReport::id).toList();
    }

    private static List<String> only(List<String> queue, List<String> ids) {
        List<String> own = new ArrayList<>(queue);
        own.retainAll(ids);
        return own;
    }

    @Test
    void whatPressesMostComesFirstAndThenWhatIsOldest() {
        // Given
        FiledReport low = file("low");
        FiledReport critical = file("critical");
        FiledReport later = file("critical");
        FiledReport attack = FiledReport.by(As.SENSOR_B, Drafts.ofSeverity("critical").put("suspectedMalicious", "yes"));
        FiledReport ungraded = FiledReport.by(As.OPERATOR_B);

        // When
        List<String> queue = Desk.queue();

        // Then
        List<String> expected = ids(attack, critical, later, ungraded, low);
        assertThat(only(queue, expected)).isEqualTo(expected);
    }

    @Test
    void whatCameLaterStandsLaterWhateverOurClockSaidThen() {
        // Given
        FiledReport first = file("critical");
        FiledReport later = file("critical");

        // When
        Rows.column("update report set received_at = received_at - interval '20 years' where id = ?::uuid returning id", later.id());

        // Then
        assertThat(only(Desk.queue(), ids(first, later))).isEqualTo(ids(first, later));
    }

    @Test
    void aLineSaysWhatALiaisonNeeds() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A, Drafts.ofSeverity("critical").put("suspectedMalicious", "yes")
                .put("ongoing", true).put("tlp", "TLP:RED"));

        // When
        Map<String, Object> line = Desk.line(report);

        // Then
        assertThat(line).containsEntry("reference", report.reference()).containsEntry("version", 1)
                .containsEntry("organisation", "National Time Service, Demo").containsEntry("severity", "critical")
                .containsEntry("tlp", "TLP:RED").containsEntry("stage", "early-warning").containsEntry("state", "received")
                .containsEntry("pressing", 100).containsEntry("marks", List.of("goes-on", "attack-suspected"));
    }

    @Test
    void anAnswerIsMarkedUntilSomebodyDoesSomething() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A, Drafts.ofSeverity("critical")
                .put("helpRequested", true).put("description", "\"ongoing\":true"));
        Desk.act(As.LIAISON_1, report, "claim", 1);
        String question = As.LIAISON_1.sends("{\"version\": 2, \"text\": \"Who was there?\"}").post(report.url() + "/questions").path("id");

        // When
        Object asked = Desk.line(report).get("marks");
        As.OPERATOR_A.sends("{\"text\": \"Nobody.\"}").post("/api/v1/questions/" + question + "/answer");

        // Then
        assertThat(asked).isEqualTo(List.of("help-asked"));
        assertThat(Desk.line(report)).containsEntry("marks", List.of("help-asked", "answered"));
        Desk.grade(As.LIAISON_1, report, 4, "low");
        assertThat(Desk.line(report)).containsEntry("marks", List.of("help-asked"));
    }

    @Test
    void readingInPartsNeitherRepeatsNorMissesWhenOthersArriveMeanwhile() {
        // Given
        List<String> before = ids(file("critical"), file("medium"), file("medium"), file("info"), file("info"));
        List<String> late = new ArrayList<>();

        // When
        List<String> read = Desk.queue(before.size() - 1, () -> late.addAll(ids(file("critical"), file("info"))));

        // Then
        assertThat(only(read, before)).isEqualTo(before);
        assertThat(read).doesNotHaveDuplicates().contains(late.get(1));
    }

    @Test
    void theLastPartNamesNoNext() {
        // Given
        List<String> own = ids(file("low"), file("low"));

        // When
        Response all = As.LIAISON_1.asks().get("/api/v1/triage?limit=1");

        // Then
        assertThat(all.jsonPath().getList("items")).hasSize(1);
        assertThat(all.jsonPath().getString("next")).startsWith("/api/v1/triage?limit=1&after=");
        assertThat(only(Desk.queue(50, () -> { }), own)).isEqualTo(own);
        assertThat(only(Desk.queue(17, () -> { }), own)).isEqualTo(own);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=-1", "limit=501", "limit=many", "limit=1e2", "limit=99999999999",
            "after=nonsense", "after=%00",
            // 50, in the year one thousand million, and a good id
            "after=NTAgKzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTkuOTk5OTk5OTk5WiAwMTk5ZjdhMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDE"})
    void anUnusableQueryIsABadRequest(String query) {
        // When
        Response answer = As.LIAISON_1.asks().urlEncodingEnabled(false).get("/api/v1/triage?" + query);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }
}
