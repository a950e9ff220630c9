package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ReportTagTest {

    private FiledReport report;

    @BeforeEach
    void file() {
        report = FiledReport.by(As.OPERATOR_A);
    }

    private static Response again(As reader, FiledReport report, String tags) {
        return reader.asks().header("If-None-Match", tags).get(report.url());
    }

    private String tag(As reader) {
        return reader.asks().get(report.url()).header("ETag");
    }

    @Test
    void whatIsKnownIsNotSentAgain() {
        // Given
        String tag = tag(As.OPERATOR_A);

        // When
        Response answer = again(As.OPERATOR_A, report, "\"other\", " + tag);

        // Then
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.asString()).isEmpty();
        assertThat(answer.header("ETag")).isEqualTo(tag).startsWith("\"");
    }

    /** RFC 9110 section 13.1.2: weak comparison; proxies that compress make a tag weak. */
    @Test
    void aTagThatAProxyMadeWeakIsStillKnown() {
        assertThat(again(As.OPERATOR_A, report, "W/" + tag(As.OPERATOR_A)).statusCode()).isEqualTo(304);
    }

    @Test
    void byItsReferenceItHasTheSameTag() {
        // When
        Response answer = As.OPERATOR_A.asks().header("If-None-Match", tag(As.OPERATOR_A))
                .get("/api/v1/reports/" + report.reference());

        // Then
        assertThat(answer.statusCode()).isEqualTo(304);
    }

    @Test
    void afterAChangeItIsSentWithAnotherTag() {
        // Given
        String tag = tag(As.OPERATOR_A);
        As.LIAISON_1.sends("{\"version\": 1}").post("/api/v1/triage/" + report.id() + "/claim");

        // When
        Response answer = again(As.OPERATOR_A, report, tag);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("ETag")).isNotEqualTo(tag);
        assertThat(answer.<String>path("state")).isEqualTo("in-triage");
    }

    @Test
    void theLiaisonsViewHasAnotherTagThanTheOperators() {
        assertThat(again(As.LIAISON_1, report, tag(As.OPERATOR_A)).statusCode()).isEqualTo(200);
        assertThat(again(As.AUDITOR, report, tag(As.LIAISON_1)).statusCode()).isEqualTo(304);
    }

    @Test
    void anothersIsNotThereWhateverTheTag() {
        assertThat(again(As.OPERATOR_B, report, "*").statusCode()).isEqualTo(404);
    }
}
