package org.tocsin.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.StackResource;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;
import org.tocsin.report.Revising;

/** What is handled with another report, by itself again, or not at all. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MergeTest {

    private static int version(FiledReport report) {
        return As.LIAISON_1.asks().get(report.url()).path("version");
    }

    private static String state(FiledReport report) {
        return As.LIAISON_1.asks().get(report.url()).path("state");
    }

    @Test
    void aReportIsHandledWithAnotherAndByItselfAgain() {
        // Given
        FiledReport kept = FiledReport.by(As.OPERATOR_A);
        FiledReport second = FiledReport.by(As.SENSOR_A);

        // When
        Response merged = Desk.merge(As.LIAISON_1, second, 1, kept);
        List<String> queue = Desk.queue();
        Response unmerged = Desk.reasoned(As.LIAISON_1, second, "unmerge", merged.path("version"));

        // Then
        assertThat(merged.statusCode()).as(merged.asString()).isEqualTo(200);
        assertThat(merged.<String>path("state")).isEqualTo("merged");
        assertThat(queue).contains(kept.id()).doesNotContain(second.id());
        assertThat(unmerged.<String>path("state")).isEqualTo("in-triage");
        assertThat(unmerged.<String>path("holder")).isEqualTo(As.LIAISON_1.user());
        Await.sequenced();
        Response audit = As.OPERATOR_A.asks().get(second.url() + "/audit");
        assertThat(audit.jsonPath().getString("find { it.type == 'report.merged' }.detail.into")).isEqualTo(kept.reference());
        assertThat(audit.asString()).contains("report.unmerged").doesNotContain("liaison-1");
    }

    @Test
    void itIsNotMergedIntoItselfNorIntoWhatIsNone() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);

        // When
        Response itself = Desk.merge(As.LIAISON_1, report, 1, report);
        Response none = Desk.merge(As.LIAISON_1, report, 1, new FiledReport("", "TOC-0000-0000-0", 1));

        // Then
        assertThat(List.of(itself.statusCode(), none.statusCode())).containsOnly(422);
        assertThat(itself.jsonPath().getString("faults[0].pointer")).isEqualTo("/into");
        assertThat(state(report)).isEqualTo("received");
    }

    @Test
    void aRevisionBringsAMergedReportUpAgain() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        Desk.merge(As.LIAISON_1, report, 1, FiledReport.by(As.OPERATOR_A));

        // When
        Response revised = Revising.with(As.OPERATOR_A, "*", Drafts.earlyWarning()).post(report.url() + "/revisions");

        // Then
        assertThat(revised.statusCode()).as(revised.asString()).isEqualTo(201);
        assertThat(state(report)).isEqualTo("received");
    }

    @Test
    void theOperatorReadsWhyItIsRejectedAndCanInsist() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);

        // When
        Response rejected = Desk.reasoned(As.LIAISON_1, report, "reject", 1);
        Response insisted = Revising.with(As.OPERATOR_A, "*", Drafts.earlyWarning()).post(report.url() + "/revisions");

        // Then
        assertThat(rejected.<String>path("state")).isEqualTo("rejected");
        assertThat(insisted.statusCode()).isEqualTo(201);
        assertThat(state(report)).isEqualTo("reopened");
        Await.sequenced();
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/audit").jsonPath().getString("find { it.type == 'report.rejected' }.detail.reason"))
                .isEqualTo("Because of reject");
    }

    @Test
    void whileAQuestionIsOpenItIsNeitherRejectedNorMerged() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        Desk.act(As.LIAISON_1, report, "claim", 1);
        As.LIAISON_1.sends("{\"version\": 2, \"text\": \"Who was there?\"}").post(report.url() + "/questions");

        // When
        List<Response> answers = List.of(Desk.reasoned(As.LIAISON_1, report, "reject", version(report)),
                Desk.merge(As.LIAISON_1, report, version(report), FiledReport.by(As.OPERATOR_A)));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(409);
        assertThat(state(report)).isEqualTo("awaiting-operator");
    }
}
