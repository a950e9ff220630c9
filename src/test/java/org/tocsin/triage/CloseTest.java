package org.tocsin.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;
import org.tocsin.report.Revising;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CloseTest {

    private FiledReport report;

    /** A report that has arrived and got its case number. */
    @BeforeEach
    void acknowledged() {
        report = FiledReport.by(As.OPERATOR_A);
        Desk.act(As.LIAISON_1, report, "claim", 1);
        Desk.act(As.LIAISON_1, report, "release", 2);
        Await.until("acknowledgement", () -> state().equals("acknowledged"));
    }

    private String state() {
        return As.LIAISON_1.asks().get(report.url()).path("state");
    }

    private int version() {
        return As.LIAISON_1.asks().get(report.url()).path("version");
    }

    private Response close() {
        return Desk.reasoned(As.LIAISON_1, report, "close", version());
    }

    @Test
    void theOperatorReadsThatItWasClosedAndReopenedAndWhy() {
        // When
        Response closed = close();
        Response reopened = Desk.reasoned(As.LIAISON_2, report, "reopen", closed.path("version"));

        // Then
        assertThat(closed.<String>path("state")).isEqualTo("closed");
        assertThat(reopened.<String>path("state")).isEqualTo("reopened");
        var audit = As.OPERATOR_A.asks().get(report.url() + "/audit").jsonPath();
        assertThat(audit.getList("type")).contains("report.closed", "report.reopened");
        assertThat(audit.getString("find { it.type == 'report.closed' }.detail.reason")).isEqualTo("Because of close");
        assertThat(Desk.queue()).contains(report.id());
    }

    @Test
    void aReportThatWasDecidedOnAnOlderStateIsNotClosed() {
        // When
        Response answer = Desk.reasoned(As.LIAISON_1, report, "close", 1);

        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.<String>path("type")).isEqualTo("urn:tocsin:problem:stale-version");
    }

    @Test
    void aReasonIsNeeded() {
        // When
        Response answer = As.LIAISON_1.sends("{\"version\": 1}").post("/api/v1/triage/" + report.id() + "/close");

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.<String>path("faults[0].pointer")).isEqualTo("/reason");
    }

    @Test
    void ofTwoWhoCloseOneIsTold() {
        // Given
        int version = version();

        // When
        List<Response> answers = Together.all(List.of(
                () -> Desk.reasoned(As.LIAISON_1, report, "close", version),
                () -> Desk.reasoned(As.LIAISON_2, report, "close", version)));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void anOperatorsCorrectionReopensIt() {
        // Given
        close();

        // When
        Response answer = Revising.now(As.OPERATOR_A, report.id(), Drafts.earlyWarning());

        // Then
        assertThat(answer.<String>path("state")).isEqualTo("reopened");
        assertThat(Desk.queue()).contains(report.id());
    }

    @Test
    void whatHasGoneOutIsNotReleasedAgainButClosed() {
        // Given
        Response reopened = Desk.reasoned(As.LIAISON_1, report, "reopen", close().path("version"));
        Response claimed = Desk.act(As.LIAISON_1, report, "claim", reopened.path("version"));

        // When
        Response released = Desk.act(As.LIAISON_1, report, "release", claimed.path("version"));
        Response closed = Desk.reasoned(As.LIAISON_1, report, "close", claimed.path("version"));

        // Then
        assertThat(released.statusCode()).isEqualTo(409);
        assertThat(released.<String>path("type")).isEqualTo("urn:tocsin:problem:already-released");
        assertThat(closed.<String>path("state")).isEqualTo("closed");
        assertThat(closed.jsonPath().getMap("$")).doesNotContainKey("holder");
    }
}
