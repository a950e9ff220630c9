package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ReportReadingTest {

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR_A", "SENSOR_A", "LIAISON_1", "AUDITOR"})
    void itIsFoundByItsReferenceHoweverItIsWritten(As reader) {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);

        // When
        Response answer = reader.asks().get("/api/v1/reports/" + report.reference().toLowerCase().replace("-", ""));

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<String>path("id")).isEqualTo(report.id());
    }

    @Test
    void theLiaisonsPartIsForThoseWhoSeeAll() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);

        // When
        Response operators = As.OPERATOR_A.asks().get(report.url());
        Response liaisons = As.LIAISON_1.asks().get(report.url());

        // Then
        assertThat(operators.jsonPath().getMap("$")).doesNotContainKey("liaison");
        assertThat(liaisons.jsonPath().getMap("$")).containsKey("liaison");
    }

    @Test
    void theFirstRevisionIsWhatWasReceipted() {
        // Given
        Response answer = As.OPERATOR_A.sends(Drafts.earlyWarning()).post("/api/v1/reports");

        // When
        Response revisions = As.OPERATOR_A.asks().get(answer.header("Location") + "/revisions");

        // Then
        assertThat(revisions.jsonPath().getList("number")).containsExactly(1);
        assertThat(revisions.jsonPath().getString("[0].receipt")).isEqualTo(answer.path("receipt"));
        assertThat(revisions.jsonPath().getString("[0].receivedAt")).isEqualTo(answer.path("receivedAt"));
    }

    @Test
    void anAssetThatNobodyKnowsIsFlaggedAndNotDropped() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A, Drafts.about("no-such-clock"));

        // When
        Response answer = As.OPERATOR_A.asks().get(report.url());

        // Then
        assertThat(answer.jsonPath().getInt("enrichment.unmatched")).isEqualTo(1);
    }
}
