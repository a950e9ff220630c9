package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ReportIntakeTest {

    private static Response post(JsonNode draft) {
        return As.OPERATOR_A.sends(draft).post("/api/v1/reports");
    }

    @Test
    void anEarlyWarningNeedsOnlyFourFields() {
        // When
        Response answer = post(Drafts.earlyWarning());

        // Then
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.contentType()).startsWith("application/json");
        Map<String, Object> fields = answer.jsonPath().getMap("$");
        assertThat(fields).containsOnlyKeys("id", "reference", "version", "state", "receivedAt", "receipt");
        assertThat(fields).containsEntry("version", 1).containsEntry("state", "received");
    }

    @Test
    void theLocationIsTheReports() {
        // When
        Response answer = post(Drafts.earlyWarning());

        // Then
        String location = answer.header("Location");
        assertThat(location).endsWith("/api/v1/reports/" + answer.path("id"));
        assertThat(As.OPERATOR_A.asks().get(location).statusCode()).isEqualTo(200);
    }

    @Test
    void theIdIsAUuidOfVersionSevenAndTheReferenceOneForPeople() {
        // When
        FiledReport report = FiledReport.by(As.OPERATOR_A);

        // Then
        assertThat(UUID.fromString(report.id()).version()).isEqualTo(7);
        assertThat(Reference.read(report.reference())).contains(report.reference());
    }

    @ParameterizedTest
    @ValueSource(strings = {"early-warning", "gnss-spoofing", "ptp-grandmaster-change", "ntp-stratum-1-jump",
            "configuration-change", "compromised-phone"})
    void everyExampleIsAccepted(String name) {
        // Given
        JsonNode example = Drafts.example(name).put("externalRef", UUID.randomUUID().toString());

        // When
        Response answer = post(example);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.jsonPath().getString("state")).isEqualTo("received");
    }

    @Test
    void aSensorReportsForItsOrganisation() {
        // When
        FiledReport report = FiledReport.by(As.SENSOR_A);

        // Then
        Response seen = As.OPERATOR_A.asks().get(report.url());
        assertThat(seen.jsonPath().getString("organisation.id")).isEqualTo(TestOrganisation.A.id());
        assertThat(seen.jsonPath().getString("latest.submittedBy")).isEqualTo(As.SENSOR_A.user());
    }

    @Test
    void whatWasReportedIsShownAsItWasSaid() throws Exception {
        // Given
        JsonNode draft = Drafts.earlyWarning().put("description", "Zwölf Uhren, eine Lüge: 時計 ⏱");

        // When
        Response seen = As.OPERATOR_A.asks().get(FiledReport.by(As.OPERATOR_A, draft).url());

        // Then
        JsonNode submission = Json.MAPPER.readTree(seen.asByteArray()).at("/latest/submission");
        assertThat(submission.path("description")).isEqualTo(draft.path("description"));
        assertThat(submission.path("title")).isEqualTo(draft.path("title"));
    }

    @Test
    void anInstantHasOneTextWhereverItIsShown() {
        // Given
        Response answer = post(Drafts.earlyWarning());

        // When
        Response seen = As.OPERATOR_A.asks().get(answer.header("Location"));

        // Then
        assertThat(answer.jsonPath().getString("receivedAt")).matches(".*\\.[0-9]{6}Z");
        assertThat(seen.jsonPath().getString("receivedAt")).isEqualTo(answer.jsonPath().getString("receivedAt"));
    }
}
