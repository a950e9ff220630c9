package org.tocsin.behalf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.peer.Documents;
import org.tocsin.peer.Handing;
import org.tocsin.report.FiledReport;

/** What the CERT is told of a report that was filed on behalf. The one service plays both parts. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class BehalfHandoverTest {

    private static FiledReport released(FiledReport report) {
        String triage = "/api/v1/triage/" + report.id();
        Response claimed = As.LIAISON_1.sends("{\"version\": %d}".formatted(
                As.LIAISON_1.asks().get(report.url()).<Integer>path("version"))).post(triage + "/claim");
        Response answer = As.LIAISON_1.sends("{\"version\": %d}".formatted(claimed.<Integer>path("version"))).post(triage + "/release");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        Await.until("the CERT has it", () -> Rows.number("select count(*) from report where origin_report::text = ?", report.id()) == 1);
        return report;
    }

    private static JsonNode document(FiledReport report) {
        return Json.tree(Rows.column("select convert_from(document, 'UTF8') from delivery where report_id::text = ?", report.id())
                .get(0).getBytes(StandardCharsets.UTF_8));
    }

    /** The same report, as the CERT shows it. */
    private static String there(Object theirId) {
        return "/api/v1/reports/" + Rows.column("select id from report where origin_report::text = ?", theirId).get(0);
    }

    private static JsonPath mark(String report) {
        return As.LIAISON_1.asks().get(report).jsonPath().setRootPath("filedOnBehalf");
    }

    @Test
    void anUnconfirmedReportGoesOutAllTheSameAndSaysSo() {
        // When
        FiledReport report = released(Telephone.taken(TestOrganisation.A.id()));

        // Then
        JsonNode said = document(report).path("filedOnBehalf");
        assertThat(said.path("confirmation").asText()).isEqualTo("unconfirmed");
        assertThat(said.path("caller").asText()).isEqualTo("Ada Winter");
        assertThat(said.has("calledBackAt")).isFalse();
        assertThat(document(report).toString()).doesNotContain("5550100", Telephone.SAID, "liaison-1");
        assertThat(mark(there(report.id())).getString("confirmation")).isEqualTo("unconfirmed");
        assertThat(mark(there(report.id())).getString("takenBy")).isEqualTo("CERT liaison");
    }

    @Test
    void aConfirmedOneSaysThatToo() {
        // Given
        FiledReport taken = FiledReport.of(Telephone.file(As.LIAISON_1, Telephone.back(Telephone.call(TestOrganisation.A.id()))));
        Telephone.confirm(As.OPERATOR_A, taken, "{\"right\": true}");

        // When
        FiledReport report = released(taken);

        // Then
        assertThat(document(report).at("/filedOnBehalf/confirmation").asText()).isEqualTo("confirmed");
        assertThat(mark(there(report.id())).getString("confirmedAt")).isNotNull();
        assertThat(mark(there(report.id())).getString("calledBackAt")).isNotNull();
    }

    @Test
    void aReportThatTheOperatorFiledItselfIsHandedOverAsBefore() {
        // When
        FiledReport report = released(FiledReport.by(As.OPERATOR_A));

        // Then
        assertThat(document(report).has("filedOnBehalf")).isFalse();
        assertThat(As.LIAISON_1.asks().get(there(report.id())).jsonPath().getMap("$")).doesNotContainKey("filedOnBehalf");
    }

    @Test
    void whereItWasHandedToNobodyConfirmsItOrCallsBack() {
        // Given
        FiledReport report = released(Telephone.taken(TestOrganisation.A.id()));

        // When
        Response calledBack = As.LIAISON_1.sends(Telephone.back()).post(there(report.id()) + "/behalf/call-back");

        // Then
        Telephone.isProblem(calledBack, 409, "taken-elsewhere");
        assertThat(As.LIAISON_1.asks().get(there(report.id()) + "/behalf").jsonPath().getMap("$")).doesNotContainKey("call");
    }

    @Test
    void theLatestDocumentsWordCounts() {
        // Given
        UUID theirs = UUID.randomUUID();
        assertThat(Handing.over(Documents.bytes(marked(theirs, 1, "unconfirmed"))).send().status()).isEqualTo(201);

        // When
        assertThat(Handing.over(Documents.bytes(marked(theirs, 2, "contested"))).send().status()).isEqualTo(201);

        // Then
        assertThat(mark(there(theirs.toString())).getString("confirmation")).isEqualTo("contested");
    }

    private static ObjectNode marked(UUID report, int revision, String confirmation) {
        ObjectNode document = Documents.sound(report, revision);
        document.putObject("filedOnBehalf").put("caller", "Ada Winter").put("takenBy", "CERT liaison")
                .put("takenAt", "2026-11-23T03:13:00Z").put("confirmation", confirmation);
        return document;
    }
}
