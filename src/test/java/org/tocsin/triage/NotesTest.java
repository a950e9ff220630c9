package org.tocsin.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.report.FiledReport;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** Internal notes: kept as written, seen by our side alone. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class NotesTest {

    private static final String TEXT = "Their neighbour saw the same";

    @Inject
    Transactions transactions;
    @Inject
    EntityManager database;

    private static Response write(FiledReport report) {
        return As.LIAISON_2.sends("{\"text\": \"" + TEXT + "\"}").post("/api/v1/triage/" + report.reference() + "/notes");
    }

    @Test
    void liaisonsAndAuditorsReadWhatALiaisonWrote() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);

        // When
        Response written = write(report);

        // Then
        assertThat(written.statusCode()).as(written.asString()).isEqualTo(200);
        for (As reader : List.of(As.LIAISON_1, As.AUDITOR)) {
            List<Map<String, String>> notes = reader.asks().get("/api/v1/triage/" + report.id() + "/notes").jsonPath().getList("$");
            assertThat(notes).singleElement().satisfies(note ->
                    assertThat(note).containsEntry("text", TEXT).containsEntry("writtenBy", As.LIAISON_2.user()));
        }
        Await.sequenced();
        assertThat(As.AUDITOR.asks().get(report.url() + "/audit").jsonPath().<String>getList("type")).contains("report.noted");
    }

    @Test
    void nothingThatTheOperatorReadsTellsOfANote() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        Await.sequenced();
        String before = As.OPERATOR_A.asks().get(report.url()).asString();
        String audit = As.OPERATOR_A.asks().get(report.url() + "/audit").asString();

        // When
        write(report);

        // Then
        Await.sequenced();
        assertThat(As.OPERATOR_A.asks().get(report.url()).asString()).isEqualTo(before);
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/audit").asString()).isEqualTo(audit);
        assertThat(As.OPERATOR_A.asks().get("/api/v1/triage/" + report.id() + "/notes").statusCode()).isEqualTo(403);
        long seen = transactions.seeing(Sight.own(TestOrganisation.A.id()), () ->
                ((Number) database.createNativeQuery("select count(*) from triage_note").getSingleResult()).longValue());
        assertThat(seen).isZero();
    }

    @Test
    void aNoteSaysSomethingAndIsAboutAReport() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);

        // When
        Response empty = As.LIAISON_1.sends("{\"text\": \"\"}").post("/api/v1/triage/" + report.id() + "/notes");
        Response unknown = As.LIAISON_1.sends("{\"text\": \"x\"}").post("/api/v1/triage/TOC-0000-0000-0/notes");

        // Then
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(unknown.statusCode()).isEqualTo(404);
    }
}
