package org.tocsin.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;

/** Everything of one organisation, and nothing of another. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ExportTest {

    private final String own = "own-" + UUID.randomUUID();
    private final String others = "others-" + UUID.randomUUID();

    private static Map<String, String> files(Response zip) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.asByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static FiledReport filed(As sender, String mark) {
        FiledReport report = FiledReport.by(sender, Drafts.earlyWarning().put("description", mark));
        assertThat(sender.asks().contentType("text/plain").body("file of " + mark).post(report.url() + "/attachments?name=" + mark + ".log").statusCode()).isEqualTo(201);
        sender.sends("{\"name\": \"Clock " + mark + "\", \"kind\": \"time-server\", \"criticality\": 4}").put("/api/v1/assets/" + mark);
        return report;
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR_A", "ADMIN"})
    void allOfItIsThereAndNothingOfAnother(As reader) throws IOException {
        // Given
        FiledReport report = filed(As.OPERATOR_A, own);
        FiledReport theirs = filed(As.OPERATOR_B, others);
        As.LIAISON_1.sends("{\"version\": 1}").post("/api/v1/triage/" + report.id() + "/claim");

        // When
        Response answer = reader.asks().get("/api/v1/organisations/" + TestOrganisation.A.id() + "/export");
        Map<String, String> files = files(answer);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + TestOrganisation.A.id() + ".zip\"");
        assertThat(files.keySet()).contains("organisation.json", "reports.ndjson", "revisions.ndjson", "timeline.ndjson", "assets.ndjson",
                "attachments.ndjson", "audit.ndjson", "deliveries.ndjson", "handed-over.ndjson", "questions.ndjson", "withdrawals.ndjson",
                "filed-on-behalf.ndjson");
        assertThat(files.get("reports.ndjson")).contains(report.reference());
        assertThat(files.get("revisions.ndjson")).contains(own);
        assertThat(files.get("assets.ndjson")).contains("Clock " + own);
        assertThat(files.get("attachments.ndjson")).contains(own + ".log");
        assertThat(files.values()).contains("file of " + own);
        assertThat(files.get("audit.ndjson")).contains("report.received").doesNotContain("report.claimed").doesNotContain("\"admin\"");
        assertThat(Rows.number("select count(*) from audit_entry where organisation_id = '" + TestOrganisation.A.id() + "' and type = 'organisation.exported' and actor = ? and audience = ?",
                reader.user(), reader == As.ADMIN ? "internal" : "operator")).isPositive();
        assertThat(files.get("timeline.ndjson")).contains(report.id()).doesNotContain("report.claimed");
        assertThat(files.values()).noneMatch(content -> content.contains(others) || content.contains(theirs.id()));
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (file.getKey().endsWith(".ndjson")) {
                file.getValue().lines().forEach(line -> assertThat(Json.tree(line.getBytes(StandardCharsets.UTF_8)).isObject()).isTrue());
            }
        }
    }

    @Test
    void anotherOrganisationsIsNotThere() {
        // When
        Response others = As.OPERATOR_A.asks().get("/api/v1/organisations/" + TestOrganisation.B.id() + "/export");
        Response unknown = As.OPERATOR_A.asks().get("/api/v1/organisations/no-such/export");

        // Then
        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(others.asByteArray()).isEqualTo(unknown.asByteArray());
        assertThat(As.ADMIN.asks().get("/api/v1/organisations/no-such/export").statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasErasedIsShownAsErased() throws IOException {
        // Given
        FiledReport report = EndedReport.of(As.OPERATOR_A, "closed", 0);
        As.ADMIN.sends("{\"reason\": \"Asked for.\"}").post(report.url() + "/erasure");

        // When
        Map<String, String> files = files(As.OPERATOR_A.asks().get("/api/v1/organisations/" + TestOrganisation.A.id() + "/export"));

        // Then
        String line = files.get("revisions.ndjson").lines().filter(each -> each.contains(report.id())).findFirst().orElseThrow();
        assertThat(Json.tree(line.getBytes(StandardCharsets.UTF_8)).path("erasedBecause").asText()).isEqualTo("Asked for.");
        assertThat(Json.tree(line.getBytes(StandardCharsets.UTF_8)).path("submission").isNull()).isTrue();
        assertThat(Json.tree(line.getBytes(StandardCharsets.UTF_8)).path("bodySha256").asText()).hasSize(64);
    }
}
