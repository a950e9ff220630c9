package org.tocsin.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;

/** The liaison's own severity, confidence and grade, beside what the operator says. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AssessmentTest {

    private static Response assess(FiledReport report, int version, String rest) {
        return As.LIAISON_1.sends("{\"version\": %d, \"severity\": \"high\"%s}".formatted(version, rest)).post("/api/v1/triage/" + report.id() + "/grade");
    }

    @Test
    void itStandsBesideTheOperatorsAndGoesToTheDestinationWithIt() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A, Drafts.ofSeverity("low"));
        Desk.act(As.LIAISON_1, report, "claim", 1);

        // When
        Response assessed = assess(report, 2, ", \"confidence\": \"moderate\", \"grade\": \"B2\"");
        Desk.act(As.LIAISON_1, report, "release", 3);

        // Then
        assertThat(assessed.statusCode()).as(assessed.asString()).isEqualTo(200);
        Response seen = As.LIAISON_2.asks().get(report.url());
        assertThat(seen.<String>path("latest.submission.severity")).isEqualTo("low");
        assertThat(seen.<String>path("liaison.severity")).isEqualTo("high");
        assertThat(seen.<String>path("liaison.confidence")).isEqualTo("moderate");
        assertThat(seen.<String>path("liaison.grade")).isEqualTo("B2");
        assertThat(Rows.column("select convert_from(document, 'UTF8') from delivery where report_id = ?::uuid", report.id()))
                .isNotEmpty().allSatisfy(document -> assertThat(document).contains("\"moderate\"", "\"B2\""));
        assertThat(As.OPERATOR_A.asks().get(report.url()).asString()).doesNotContain("\"moderate\"", "\"B2\"");
    }

    @Test
    void aNewerOneTakesThePlaceOfAllOfIt() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        assess(report, 1, ", \"confidence\": \"low\", \"grade\": \"F6\"");

        // When
        Response newer = assess(report, 2, "");

        // Then
        assertThat(newer.<String>path("confidence")).isNull();
        assertThat(newer.<String>path("grade")).isNull();
    }

    @Test
    void aGradeThatIsNoneIsRefused() {
        assertThat(assess(FiledReport.by(As.OPERATOR_A), 1, ", \"grade\": \"G7\"").statusCode()).isEqualTo(422);
        assertThat(assess(FiledReport.by(As.OPERATOR_A), 1, ", \"confidence\": \"sure\"").statusCode()).isEqualTo(422);
    }
}
