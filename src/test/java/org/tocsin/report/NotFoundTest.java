package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;

/** What is another organisation's answers as if it were not there, to the last byte. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class NotFoundTest {

    private static Response get(As who, String name, String part) {
        return who.asks().get("/api/v1/reports/" + name + part);
    }

    private static List<String> names(Headers headers) {
        return headers.asList().stream().map(header -> header.getName() + ": " + header.getValue())
                .filter(header -> !header.startsWith("Date") && !header.startsWith("RateLimit")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/revisions", "/audit", "/deliveries", "/questions"})
    void anotherOrganisationsReportIsNotFoundAsAnUnknownOneIsNot(String part) {
        // Given
        FiledReport theirs = FiledReport.by(As.OPERATOR_B);
        Response unknown = get(As.OPERATOR_A, UUID.randomUUID().toString(), part);

        for (String name : List.of(theirs.id(), theirs.reference(), theirs.reference().toLowerCase(), "nonsense",
                Reference.next("TOC"), "TOC-0000-0000-1")) {
            // When
            Response answer = get(As.OPERATOR_A, name, part);

            // Then
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.contentType()).isEqualTo("application/problem+json");
            assertThat(answer.asByteArray()).isEqualTo(unknown.asByteArray());
            assertThat(names(answer.headers())).isEqualTo(names(unknown.headers()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/revisions", "/deliveries", "/questions"})
    void aSensorSeesItsOrganisationsReportsOnly(String part) {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_B);

        // When
        int its = get(As.SENSOR_B, report.id(), part).statusCode();
        int others = get(As.SENSOR_A, report.id(), part).statusCode();

        // Then
        assertThat(its).isEqualTo(200);
        assertThat(others).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claim", "unclaim", "release"})
    void aLiaisonCannotActOnWhatIsNotThere(String act) {
        // When
        Response answer = As.LIAISON_1.sends("{\"version\": 1}").post("/api/v1/triage/" + UUID.randomUUID() + "/" + act);

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:not-found");
    }
}
