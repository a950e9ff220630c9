package org.tocsin.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.TestPeople;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;

/** From the operator's request to the CERT's page. The one service plays both parts. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WayOfAWithdrawalTest {

    private final TestPeople.Account colleague = TestPeople.person(TestOrganisation.A.id(), "operator");
    private FiledReport report;

    @BeforeEach
    void file() {
        report = FiledReport.by(As.OPERATOR_A);
    }

    private static Response ok(Response answer) {
        assertThat(answer.statusCode() / 100).as(answer.asString()).isEqualTo(2);
        return answer;
    }

    private void triage(String act) {
        int version = As.LIAISON_1.asks().get(report.url()).path("version");
        ok(As.LIAISON_1.sends("{\"version\": %d}".formatted(version)).post("/api/v1/triage/" + report.id() + "/" + act));
    }

    private void release() {
        triage("claim");
        triage("release");
    }

    private void ask() {
        ok(As.OPERATOR_A.sends("{\"reason\": \"It was an exercise\"}").post(report.url() + "/withdrawal"));
    }

    private void confirm() {
        ok(colleague.sends("{\"number\": 1}").post(report.url() + "/withdrawal/confirm"));
    }

    /** What was sent, in the order of its lane. */
    private List<JsonNode> arrived(int deliveries) {
        Await.until("deliveries", () -> Rows.number(
                "select count(*) from delivery where report_id = ? and state = 'delivered'", UUID.fromString(report.id())) == deliveries);
        return Rows.column("select convert_from(document, 'UTF8') from delivery where report_id = ? order by revision_number, notice",
                UUID.fromString(report.id())).stream().map(document -> Json.tree(document.getBytes(StandardCharsets.UTF_8))).toList();
    }

    private Response theirs() {
        String reference = As.OPERATOR_A.asks().get(report.url()).path("caseReference");
        return As.LIAISON_1.asks().get("/api/v1/reports/" + reference);
    }

    @Test
    void whoHasTheReportIsToldThatItIsWithdrawn() {
        // Given
        release();
        arrived(1);
        ask();

        // When
        confirm();

        // Then
        List<JsonNode> sent = arrived(2);
        assertThat(sent.get(0).has("withdrawal")).isFalse();
        assertThat(sent.get(1).path("withdrawal").path("state").asText()).isEqualTo("confirmed");
        assertThat(sent.get(1).path("withdrawal").path("reason").asText()).isEqualTo("It was an exercise");
        assertThat(sent.get(1).path("submission")).isEqualTo(sent.get(0).path("submission"));
        assertThat(theirs().<String>path("state")).isEqualTo("withdrawn");
        assertThat(theirs().<Integer>path("latest.number")).isEqualTo(1);
        assertThat(As.LIAISON_1.asks().get("/api/v1/reports/" + theirs().path("id") + "/withdrawal").<String>path("reason"))
                .isEqualTo("It was an exercise");
        assertThat(As.LIAISON_1.asks().get(report.url()).<String>path("state")).isEqualTo("withdrawn");
    }

    @Test
    void whoNeverGotTheReportIsToldNothing() {
        // Given
        ask();

        // When
        confirm();

        // Then
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/deliveries").asString()).isEqualTo("[]");
    }

    @Test
    void aReportThatGoesOutWhileItIsAskedForSaysSoAndThenThatItIsNot() {
        // Given
        ask();
        release();
        arrived(1);
        assertThat(theirs().<String>path("state")).isEqualTo("withdrawal-asked");

        // When
        ok(As.LIAISON_1.sends("{\"number\": 1, \"reason\": \"Nobody there asked\"}").post(report.url() + "/withdrawal/refuse"));

        // Then
        List<JsonNode> sent = arrived(2);
        assertThat(sent).extracting(document -> document.path("withdrawal").path("state").asText()).containsExactly("asked", "ended");
        assertThat(theirs().<String>path("state")).isEqualTo("received");
        Await.until("acknowledgement", () -> As.OPERATOR_A.asks().get(report.url()).path("state").equals("acknowledged"));
    }

    /** What it has not been given must not reach it with the withdrawal. */
    @Test
    void aDestinationIsToldWithTheRevisionThatItHas() {
        // Given
        release();
        arrived(1);
        String tag = As.OPERATOR_A.asks().get(report.url()).header("ETag");
        ok(As.OPERATOR_A.sends(Drafts.earlyWarning().put("title", "Not released")).header("If-Match", tag)
                .post(report.url() + "/revisions"));
        ask();

        // When
        confirm();

        // Then
        JsonNode told = arrived(2).get(1);
        assertThat(told.path("report").path("revision").asInt()).isEqualTo(1);
        assertThat(told.path("submission").path("title").asText()).isNotEqualTo("Not released");
    }

    @Test
    void theCertDoesNotDecideWhatIsDecidedWhereTheReportCameFrom() {
        // Given
        ask();
        release();
        arrived(1);

        // When
        Response answer = As.LIAISON_1.sends("{\"number\": 1, \"reason\": \"x\"}")
                .post("/api/v1/reports/" + theirs().path("id") + "/withdrawal/refuse");

        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.<String>path("type")).isEqualTo("urn:tocsin:problem:decided-at-origin");
    }
}
