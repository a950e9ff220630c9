package org.tocsin.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Callers;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;
import org.tocsin.party.Caller;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;
import org.tocsin.report.ReportPage;

/** What erasing takes away, and what it leaves. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ErasureTest {

    @Inject
    ReportPage page;

    private static Response attach(FiledReport report, byte[] content) {
        Response answer = As.OPERATOR_A.asks().contentType("text/plain").body(content).post(report.url() + "/attachments?name=weiss.txt");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer;
    }

    private static byte[] file() {
        return ("Dr Weiss " + UUID.randomUUID()).getBytes();
    }

    @Test
    void whatWasSaidIsGoneAndWhatProvesItStays() {
        // Given
        FiledReport report = EndedReport.of(As.OPERATOR_A, "closed", 0);
        Response before = As.OPERATOR_A.asks().get(report.url() + "/revisions");
        String commitments = "select encode(commitment, 'hex') from audit_entry where report_id = cast(? as uuid) order by id limit 1";
        List<String> committed = Rows.column(commitments, report.id());

        // When
        Response answer = ErasureRequest.erase(report);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(EndedReport.traces(report)).isZero();
        Response after = As.OPERATOR_A.asks().get(report.url() + "/revisions");
        assertThat(after.jsonPath().getString("[0].bodySha256")).isEqualTo(before.jsonPath().getString("[0].bodySha256"));
        assertThat(after.jsonPath().getString("[0].receipt")).isEqualTo(before.jsonPath().getString("[0].receipt"));
        assertThat(after.jsonPath().getString("[0].erased.because")).isEqualTo("Asked for, GDPR Art. 17.");
        assertThat(after.jsonPath().getString("[0].submission")).isNull();
        assertThat(Rows.column(commitments, report.id())).isEqualTo(committed);
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/audit").jsonPath().getString("find { it.type == 'report.erased' }.actor")).isEqualTo("administrator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPERATOR_A", "LIAISON_1", "AUDITOR"})
    void everyReaderShowsThatItIsErased(String who) {
        // Given
        As reader = As.valueOf(who);
        FiledReport report = EndedReport.of(As.OPERATOR_A, "rejected", 0);
        String attachment = attach(report, file()).header("Location");
        ErasureRequest.erase(report);

        // When
        List<Response> answers = List.of(reader.asks().get(report.url()), reader.asks().get(report.url() + "/revisions"),
                reader.asks().get(report.url() + "/audit"), reader.asks().get(report.url() + "/deliveries"),
                reader.asks().get(report.url() + "/attachments"), reader.asks().get(attachment));
        Response bytes = reader.asks().get(attachment + "/content");

        // Then
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            assertThat(answer.asString()).doesNotContain("Weiss").doesNotContain("weiss");
        });
        assertThat(answers.get(0).jsonPath().getString("latest.erased.at")).isNotBlank();
        assertThat(answers.get(2).jsonPath().getString("find { it.type == 'report.received' }.erasedBecause")).isNotBlank();
        assertThat(answers.get(2).jsonPath().getString("find { it.type == 'report.received' }.actor")).isEqualTo(As.OPERATOR_A.user());
        assertThat(answers.get(2).jsonPath().getString("find { it.type == 'report.erased' }.detail.because")).isNotBlank();
        assertThat(answers.get(5).jsonPath().getString("sha256")).hasSize(64);
        ErasureRequest.isProblem(bytes, 410, "erased");
    }

    @Test
    void theBytesOfItsFilesAreRemovedUnlessAnotherReportHasThem() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        FiledReport other = FiledReport.by(As.OPERATOR_A);
        String alone = attach(report, file()).path("sha256");
        byte[] shared = file();
        String both = attach(report, shared).path("sha256");
        String kept = attach(other, shared).header("Location");
        String pieces = "select count(*) from attachment_chunk where content_id in (select id from attachment_content where digest = decode(?, 'hex'))";
        EndedReport.end(report, "closed", 0);

        // When
        assertThat(ErasureRequest.erase(report).statusCode()).isEqualTo(200);

        // Then
        Await.until("the pieces are gone", () -> Rows.number(pieces, alone) == 0);
        assertThat(Rows.number(pieces, both)).isEqualTo(1);
        assertThat(As.OPERATOR_A.asks().get(kept + "/content").asByteArray()).isEqualTo(shared);
        assertThat(attach(other, "again".concat(alone).getBytes()).statusCode()).isEqualTo(201);
    }

    @Test
    void laterReportsOnTheSameAssetsDoNotShowItsTitleAnyMore() {
        // Given
        String clock = "clock-" + UUID.randomUUID();
        As.OPERATOR_A.sends("{\"name\": \"Clock\", \"kind\": \"time-server\", \"criticality\": 4}").put("/api/v1/assets/" + clock);
        FiledReport report = FiledReport.by(As.OPERATOR_A, Drafts.about(clock).put("title", "Seen by Dr Weiss"));
        FiledReport between = FiledReport.by(As.OPERATOR_A, Drafts.about(clock).put("title", "In between"));
        FiledReport later = FiledReport.by(As.OPERATOR_A, Drafts.about(clock));
        EndedReport.end(report, "closed", 0);
        String titles = "liaison.enrichment.relatedReports.title";
        assertThat(As.LIAISON_1.asks().get(later.url()).jsonPath().<String>getList(titles)).containsExactly("In between", "Seen by Dr Weiss");

        // When
        ErasureRequest.erase(report);

        // Then
        assertThat(As.LIAISON_1.asks().get(later.url()).jsonPath().<String>getList(titles)).containsExactly("In between", "Erased");
        assertThat(As.LIAISON_1.asks().get(between.url()).jsonPath().<String>getList(titles)).containsExactly("Erased");
    }

    @Test
    @ActivateRequestContext
    void itsPageSaysSoAndListsTheDigestsOfItsFiles() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A, Drafts.earlyWarning().put("description", "Ring Dr Weiss"));
        String digest = attach(report, file()).path("sha256");
        Caller liaison = Callers.person(As.LIAISON_1.user(), "pages", null, "liaison");
        String before = page.of(liaison, report.reference()).render();
        EndedReport.end(report, "closed", 0);

        // When
        ErasureRequest.erase(report);
        String after = page.of(liaison, report.reference()).render();

        // Then
        assertThat(before).contains("Ring Dr Weiss", "weiss.txt", "/reports/" + report.reference() + "/attachments/", digest, "Not scanned", "Attached: weiss.txt");
        assertThat(after).contains("What was reported was erased on", "Asked for, GDPR Art. 17.", digest, "What else was noted of it is erased")
                .doesNotContain("Weiss").doesNotContain("weiss.txt").doesNotContain("/attachments/");
    }

    @Test
    void againTheFirstErasureIsTheAnswer() {
        // Given
        FiledReport report = EndedReport.of(As.OPERATOR_A, "closed", 0);
        Supplier<String> one = () -> ErasureRequest.erase(report).asString();

        // When
        List<String> answers = Together.all(List.of(one, one, one));

        // Then
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(Rows.number("select count(*) from erasure where report_id = cast(? as uuid)", report.id())).isEqualTo(1);
    }
}
