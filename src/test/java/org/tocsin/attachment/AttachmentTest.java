package org.tocsin.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;
import org.tocsin.report.FiledReport;

/** What is attached to a report is kept once, for good, and for those who may read the report. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AttachmentTest {

    @Test
    void theSameFileAgainGetsTheFirstAnswer() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        byte[] content = Files.log();
        Response first = Files.attach(As.OPERATOR_A, report, "chrony.log", content);

        // When
        Response again = Files.attach(As.SENSOR_A, report, "chrony.log", content);

        // Then
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(Files.attached(report)).isEqualTo(1);
    }

    @Test
    void anOrganisationsBytesAreKeptOnceAndAnothersApart() {
        // Given
        byte[] content = Files.random(400_000);
        FiledReport one = FiledReport.by(As.OPERATOR_A);
        FiledReport two = FiledReport.by(As.OPERATOR_A);

        // When
        List<Response> answers = List.of(Files.attach(As.OPERATOR_A, one, "a", content), Files.attach(As.OPERATOR_A, one, "b", content),
                Files.attach(As.SENSOR_A, two, "c", content), Files.attach(As.OPERATOR_B, FiledReport.by(As.OPERATOR_B), "d", content));

        // Then
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(Files.kept(Files.hex(content))).isEqualTo(2);
        assertThat(Rows.number("""
                select sum(length(bytes)) from attachment_chunk
                where content_id in (select id from attachment_content where digest = decode(?, 'hex'))""", Files.hex(content)))
                .isEqualTo(2 * content.length);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.jsonPath().getString("sha256")).isEqualTo(Files.hex(content)));
    }

    @Test
    void itStandsOnTheTimelineAndInTheLog() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);

        // When
        Response answer = Files.attach(As.SENSOR_A, report);

        // Then
        assertThat(Rows.column("select actor || ' ' || audience from timeline where report_id = cast(? as uuid) and type = 'attachment.added'", report.id()))
                .containsExactly(As.SENSOR_A.user() + " operator");
        Response log = As.OPERATOR_A.asks().get(report.url() + "/audit");
        assertThat(log.jsonPath().getString("find { it.type == 'attachment.added' }.detail.sha256")).isEqualTo(answer.path("sha256"));
    }

    @Test
    void ofTheSameFileTwiceAtOnceThereIsOne() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        byte[] content = Files.random(300_000);
        Supplier<Response> one = () -> Files.attach(As.OPERATOR_A, report, "twin.bin", content);

        // When
        List<Response> answers = Together.all(List.of(one, one, one));

        // Then
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(Files.attached(report)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/ATTACHMENT", "/ATTACHMENT/content"})
    void anotherOrganisationsAnswersAsIfItWereNotThere(String part) {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_B);
        String attachment = Files.attach(As.OPERATOR_B, report).path("id");
        String path = "/attachments" + part.replace("ATTACHMENT", attachment);

        // When
        Response answer = As.OPERATOR_A.asks().get(report.url() + path);
        Response through = As.OPERATOR_A.asks().get(FiledReport.by(As.OPERATOR_A).url() + path);

        // Then
        Files.isProblem(answer, 404, "not-found");
        if (!part.isEmpty()) {
            Files.isProblem(through, 404, "not-found");
        }
        Files.isProblem(Files.attach(As.OPERATOR_A, report), 404, "not-found");
        Files.isProblem(Files.attach(As.SENSOR_A, report), 404, "not-found");
    }

    @Test
    void aLiaisonAttachesToWhatItHolds() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);

        // When
        Response before = Files.attach(As.LIAISON_1, report);
        As.LIAISON_1.sends("{\"version\": 1}").post("/api/v1/triage/" + report.id() + "/claim");
        Response held = Files.attach(As.LIAISON_1, report);
        Response others = Files.attach(As.LIAISON_2, report);

        // Then
        Files.isProblem(before, 409, "not-claimed");
        assertThat(held.statusCode()).isEqualTo(201);
        Files.isProblem(others, 409, "not-claimed");
        assertThat(As.OPERATOR_A.asks().get(held.header("Location")).jsonPath().getString("addedBy")).isEqualTo("CERT liaison");
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/audit").asString()).contains("attachment.added").doesNotContain("liaison-1");
        assertThat(As.LIAISON_2.asks().get(report.url() + "/audit").jsonPath().getString("find { it.type == 'act.attributed' }.actor")).isEqualTo(As.LIAISON_1.user());
    }

    @Test
    void notEvenTheServicesRoleCanChangeOrRemoveWhatIsAttached() throws Exception {
        // Given
        byte[] content = Files.log();
        Files.attach(As.OPERATOR_A, FiledReport.by(As.OPERATOR_A), "evidence.log", content);
        String pieces = "attachment_chunk where content_id in (select id from attachment_content where digest = decode('" + Files.hex(content) + "', 'hex'))";

        // When
        try (Connection service = Rows.asService()) {
            service.createStatement().execute("select set_config('tocsin.sight', 'all', false)");
            int removed = service.createStatement().executeUpdate("delete from " + pieces);
            int changed = service.createStatement().executeUpdate(
                    "update attachment_chunk set bytes = '' " + pieces.substring("attachment_chunk ".length()));

            // Then
            assertThat(List.of(removed, changed)).containsExactly(0, 0);
        }
        assertThat(Rows.number("select count(*) from " + pieces)).isEqualTo(1);
    }
}
