package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;
import org.tocsin.seal.Signed;
import org.tocsin.seal.TrustedKeys;

/** What a revision may say, and what becomes of its report. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RevisionTest {

    private ObjectNode draft;
    private FiledReport report;

    @BeforeEach
    void file() {
        draft = Drafts.earlyWarning();
        report = FiledReport.by(As.SENSOR_A, draft);
    }

    @Test
    void aCorrectionIsTheNextRevisionAndReceipted() throws Exception {
        // When
        Response answer = Revising.now(As.SENSOR_A, report, Revising.corrected(draft));

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith(report.url() + "/revisions/2");
        assertThat(answer.header("ETag")).isEqualTo(Revising.tag(As.SENSOR_A, report.id()));
        assertThat(answer.<Integer>path("revision")).isEqualTo(2);
        Signed receipt = TrustedKeys.of(As.SENSOR_A.asks().get("/.well-known/tocsin-keys.json").asString())
                .verify(answer.<String>path("receipt")).orElseThrow();
        JsonNode word = Json.MAPPER.readTree(receipt.payload());
        assertThat(word.path("report").asText()).isEqualTo(report.id());
        assertThat(word.path("revision").asInt()).isEqualTo(2);
        Response stored = As.SENSOR_A.asks().get(report.url() + "/revisions/2");
        assertThat(stored.<String>path("bodySha256")).isEqualTo(word.path("bodySha256").asText());
        assertThat(stored.<String>path("receipt")).isEqualTo(answer.<String>path("receipt"));
    }

    @Test
    void aColleagueOfTheSenderMayRevise() {
        assertThat(Revising.now(As.OPERATOR_A, report, Revising.corrected(draft)).statusCode()).isEqualTo(201);
    }

    @Test
    void anothersReportIsNotThere() {
        assertThat(Revising.keyed(As.OPERATOR_B, report, "*", "k", Revising.corrected(draft)).statusCode()).isEqualTo(404);
    }

    @Test
    void theVerySameAgainIsNoRevision() {
        // When
        Response answer = Revising.now(As.SENSOR_A, report, draft);

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.<String>path("type")).isEqualTo("urn:tocsin:problem:nothing-new");
        assertThat(Revising.count(report)).isEqualTo(1);
    }

    @Test
    void everyFaultIsToldAtOnce() {
        // When
        Response answer = Revising.now(As.SENSOR_A, report, draft.deepCopy().put("severity", "bad").put("titel", "x"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().<String>getList("faults.pointer")).containsExactlyInAnyOrder("/severity", "/titel");
    }

    @Test
    void aStageDoesNotGoBack() {
        // Given
        ObjectNode notification = Revising.corrected(draft).put("stage", "notification").put("severity", "high");
        notification.putObject("impact").put("description", "Nobody knows the time");
        Response forward = Revising.now(As.SENSOR_A, report, notification);

        // When
        Response back = Revising.now(As.SENSOR_A, report, Revising.corrected(draft));

        // Then
        assertThat(forward.statusCode()).as(forward.asString()).isEqualTo(201);
        assertThat(back.statusCode()).isEqualTo(422);
        assertThat(back.<String>path("faults[0].pointer")).isEqualTo("/stage");
        assertThat(back.<String>path("faults[0].code")).isEqualTo("stage-goes-back");
        assertThat(Revising.count(report)).isEqualTo(2);
    }

    @Test
    void itsOwnExternalRefStaysAndAnotherReportsIsRefused() {
        // Given
        String own = "own-" + UUID.randomUUID();
        String other = "other-" + UUID.randomUUID();
        report = FiledReport.by(As.SENSOR_A, draft.put("externalRef", own));
        FiledReport another = FiledReport.by(As.SENSOR_A, Drafts.earlyWarning().put("externalRef", other));

        // When
        Response same = Revising.now(As.SENSOR_A, report, Revising.corrected(draft));
        Response clash = Revising.now(As.SENSOR_A, report, Revising.corrected(draft).put("externalRef", other));

        // Then
        assertThat(same.statusCode()).as(same.asString()).isEqualTo(201);
        assertThat(clash.statusCode()).isEqualTo(409);
        assertThat(clash.<String>path("report")).isEqualTo(another.url());
        assertThat(Revising.count(report)).isEqualTo(2);
    }

    @Test
    void anExternalRefThatARevisionBringsIsTaken() {
        // Given
        String reference = "late-" + UUID.randomUUID();
        Revising.now(As.SENSOR_A, report, Revising.corrected(draft).put("externalRef", reference));

        // When
        Response answer = As.SENSOR_A.sends(Drafts.earlyWarning().put("externalRef", reference)).post("/api/v1/reports");

        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.<String>path("report")).isEqualTo(report.url());
    }

    @Test
    void aReleasedReportComesBackIntoTheQueue() {
        // Given
        As.LIAISON_1.sends("{\"version\": 1}").post("/api/v1/triage/" + report.id() + "/claim");
        As.LIAISON_1.sends("{\"version\": 2}").post("/api/v1/triage/" + report.id() + "/release");

        // When
        Response answer = Revising.with(As.SENSOR_A, "*", Revising.corrected(draft)).post(report.url() + "/revisions");

        // Then
        assertThat(answer.<String>path("state")).isEqualTo("received");
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/audit").jsonPath().getList("type")).contains("report.revised");
    }
}
