package org.tocsin.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;

/** Whatever tables there are: of an erased report none says any more what it said. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class NothingLeftTest {

    private static final String NAME = "Weiss";

    private static final String ABOUT_REPORTS = """
            select table_name from information_schema.columns
            where table_schema = 'public' and column_name = 'report_id'
            order by table_name""";

    /** Bytes are shown as hexadecimal digits. */
    private static List<String> saying(FiledReport report) {
        String hex = "5765697373";
        return Rows.column(ABOUT_REPORTS).stream()
                .filter(table -> Rows.number("select count(*) from " + table + " t where report_id = cast(? as uuid) and (t::text like ? or t::text like ?)",
                        report.id(), "%" + NAME + "%", "%" + hex + "%") > 0)
                .toList();
    }

    private static void add(String table, String columns, String values, FiledReport report) {
        EndedReport.change("insert into " + table + " (report_id, organisation_id, " + columns + ") values (cast(? as uuid), '" + TestOrganisation.A.id() + "', "
                + values.replace("NAME", "'" + NAME + "'").replace("BYTES", "cast('{\"text\":\"" + NAME + "\"}' as bytea)") + ")", report.id());
    }

    @Test
    void noTableSaysWhatAnErasedReportSaid() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A, Drafts.earlyWarning().put("title", "Seen by " + NAME));
        As.OPERATOR_A.asks().contentType("text/plain").body(NAME + UUID.randomUUID()).post(report.url() + "/attachments?name=" + NAME + ".txt");
        add("question", "id, text, revision_number, owed, asked_at, state, answered_by, answered_at, answer, reply",
                "gen_random_uuid(), NAME, 1, false, now(), 'answered', '" + As.OPERATOR_A.user() + "', now(), BYTES, BYTES", report);
        add("on_behalf", "caller, taken_by, taken_at, confirmation, reason", "NAME, 'liaison', now(), 'contested', NAME", report);
        add("behalf_call", "taken_by, key_owner, fingerprint, call, flags, answer",
                "'" + As.LIAISON_1.user() + "', '" + As.LIAISON_1.user() + "', sha256('a'), BYTES, '[]', '{}'", report);
        add("behalf_call_back", "id, number, at, how, recorded_by, recorded_at",
                "gen_random_uuid(), '+49301', now(), NAME, '" + As.LIAISON_1.user() + "', now()", report);
        add("withdrawal", "id, number, state, reason, asked_by, asked_at, told, decision, answered_by",
                "gen_random_uuid(), 1, 'confirmed', NAME, '" + As.OPERATOR_A.user() + "', now(), false, NAME, NAME", report);
        add("notice", "id, purpose, channel, recipient, subject, body, state, next_attempt_at, created_at",
                "gen_random_uuid(), 'news', 'mail', NAME, NAME, NAME, 'sent', now(), now()", report);
        add("quarantine", "id, client, key, body, digest, title, why, proof, received_at, state, reason",
                "gen_random_uuid(), '" + As.SENSOR_A.user() + "', gen_random_uuid()::text, BYTES, sha256('a'), NAME, 'expired', 'assertion', now(), 'accepted', NAME", report);
        add("triage_note", "id, text, written_by, written_at", "gen_random_uuid(), NAME, '" + As.LIAISON_1.user() + "', now()", report);
        EndedReport.end(report, "closed", 0);
        assertThat(saying(report)).contains("revision", "question", "on_behalf", "behalf_call", "behalf_call_back", "withdrawal", "notice", "quarantine", "attachment", "triage_note");

        // When
        Response erased = As.ADMIN.sends("{\"reason\": \"Asked for.\"}").post(report.url() + "/erasure");

        // Then
        assertThat(erased.statusCode()).as(erased.asString()).isEqualTo(200);
        // An upload's row goes with the next sweep, a day at most after it.
        assertThat(saying(report)).filteredOn(table -> !table.equals("attachment_upload")).isEmpty();
        assertThat(List.of(As.LIAISON_1.asks().get(report.url()).statusCode(), As.LIAISON_1.asks().get(report.url() + "/behalf").statusCode(),
                As.LIAISON_1.asks().get(report.url() + "/questions").statusCode(), As.LIAISON_1.asks().get(report.url() + "/withdrawal").statusCode()))
                .allMatch(status -> status == 200);
    }
}
