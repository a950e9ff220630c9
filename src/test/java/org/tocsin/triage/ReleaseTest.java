package org.tocsin.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;
import org.tocsin.report.FiledReport;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ReleaseTest {

    private FiledReport report;

    @BeforeEach
    void claim() {
        report = FiledReport.by(As.OPERATOR_A);
        Desk.act(As.LIAISON_1, report, "claim", 1);
    }

    private Response release(String destinations) {
        return As.LIAISON_1.sends("{\"version\": 2, \"destinations\": %s}".formatted(destinations))
                .post("/api/v1/triage/" + report.id() + "/release");
    }

    @Test
    void aReleasedReportIsOnItsWayAndNobodys() {
        // When
        Response released = release("[\"national-cert\"]");

        // Then
        assertThat(released.statusCode()).as(released.asString()).isEqualTo(200);
        assertThat(released.<String>path("state")).isEqualTo("released");
        assertThat(released.jsonPath().getMap("$")).doesNotContainKey("holder");
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/deliveries").jsonPath().getList("destination"))
                .containsExactly("national-cert");
        assertThat(Desk.queue()).doesNotContain(report.id());
    }

    @Test
    void withoutDestinationsItGoesToAll() {
        // When
        Response released = Desk.act(As.LIAISON_1, report, "release", 2);

        // Then
        assertThat(released.statusCode()).isEqualTo(200);
        assertThat(As.LIAISON_1.asks().get(report.url() + "/deliveries").jsonPath().getList("destination"))
                .containsExactly("national-cert");
    }

    @Test
    void aDestinationIsReachedOnceHoweverOftenItIsNamed() {
        // When
        release("[\"national-cert\", \"national-cert\"]");

        // Then
        assertThat(As.LIAISON_1.asks().get(report.url() + "/deliveries").jsonPath().getList("id")).hasSize(1);
    }

    @Test
    void anUnknownDestinationIsRefusedAndTheKnownOnesNamed() {
        // When
        Response answer = release("[\"national-cert\", \"nowhere\"]");

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("faults[0].pointer")).isEqualTo("/destinations/1");
        assertThat(answer.jsonPath().getString("faults[0].message")).contains("national-cert");
        assertThat(As.LIAISON_1.asks().get(report.url()).jsonPath().getString("state")).isEqualTo("in-triage");
    }

    @Test
    void whoLookedAtAnotherDocumentReleasesNothing() {
        // When
        Response answer = As.LIAISON_1.sends("{\"version\": 2, \"documentSha256\": \"%s\"}".formatted("0".repeat(64)))
                .post("/api/v1/triage/" + report.id() + "/release");

        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.<String>path("type")).isEqualTo("urn:tocsin:problem:other-document");
        assertThat(As.LIAISON_1.asks().get(report.url() + "/deliveries").asString()).isEqualTo("[]");
        assertThat(As.LIAISON_1.sends("{\"version\": 2, \"documentSha256\": \"%s\"}".formatted(answer.<String>path("documentSha256")))
                .post("/api/v1/triage/" + report.id() + "/release").statusCode()).isEqualTo(200);
    }

    @Test
    void itCannotBeReleasedTwice() {
        // Given
        Response released = release("[]");

        // When
        Response again = Desk.act(As.LIAISON_1, report, "claim", released.path("version"));

        // Then
        assertThat(again.statusCode()).isEqualTo(409);
    }

    @Test
    void beforeItNothingHasGoneAnywhere() {
        // When
        Response deliveries = As.OPERATOR_A.asks().get(report.url() + "/deliveries");

        // Then
        assertThat(deliveries.asString()).isEqualTo("[]");
    }
}
