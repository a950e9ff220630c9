package org.tocsin.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;

/** What an organisation's export does not have although it is in a row of the organisation's: what is the liaison's, and what is a colleague's. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ExportConfidentialityTest {

    private static Map<String, String> exported(As reader, String organisation) throws IOException {
        Response zip = reader.asks().get("/api/v1/organisations/" + organisation + "/export");
        assertThat(zip.statusCode()).isEqualTo(200);
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.asByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static JsonNode line(String file, String with) {
        return Json.tree(file.lines().filter(each -> each.contains(with)).findFirst().orElseThrow().getBytes(StandardCharsets.UTF_8));
    }

    private static int version(FiledReport report) {
        return As.LIAISON_1.asks().get(report.url()).path("version");
    }

    /** Graded, released, and taken in by the one service that plays both parts. */
    private static FiledReport delivered(String title) {
        FiledReport report = FiledReport.by(As.OPERATOR_A, Drafts.ofSeverity("low").put("title", title));
        String triage = "/api/v1/triage/" + report.id();
        As.LIAISON_1.sends("{\"version\": 1}").post(triage + "/claim");
        As.LIAISON_1.sends("{\"version\": 2, \"severity\": \"critical\", \"confidence\": \"moderate\", \"grade\": \"F6\"}").post(triage + "/grade");
        assertThat(As.LIAISON_1.sends("{\"version\": " + version(report) + "}").post(triage + "/release").statusCode()).isEqualTo(200);
        Await.until("delivered", () -> "delivered".equals(As.LIAISON_1.asks().get(report.url() + "/deliveries").path("[0].state")));
        return report;
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR_A", "ADMIN"})
    void aDeliveredDocumentIsShownWithoutTheAssessment(As reader) throws IOException {
        // Given
        String title = "Clocks part " + UUID.randomUUID();
        FiledReport report = delivered(title);

        // When
        JsonNode shown = line(exported(reader, As.OPERATOR_A.organisation()).get("deliveries.ndjson"), report.id());

        // Then
        assertThat(shown.path("document").path("submission").path("title").asText()).isEqualTo(title);
        assertThat(shown.path("document").has("assessment")).isFalse();
        assertThat(shown.path("leftOut").toString()).isEqualTo("[\"assessment\"]");
        assertThat(shown.toString()).doesNotContain("\"critical\"", "\"moderate\"", "\"F6\"");
        assertThat(Rows.number("select count(*) from delivery where report_id = cast(? as uuid) and convert_from(document, 'UTF8')::jsonb @> '{\"assessment\": {\"grade\": \"F6\"}}'"
                + " and encode(digest, 'hex') = ?", report.id(), shown.path("documentSha256").asText())).isEqualTo(1);
    }

    @Test
    void atTheCertThePeersOrganisationIsGivenTheDocumentWithoutTheAssessment() throws IOException {
        // Given
        String title = "Clocks part " + UUID.randomUUID();
        delivered(title);
        String peer = Rows.column("select organisation_id from report where origin_peer is not null order by place desc limit 1").get(0);

        // When
        JsonNode shown = line(exported(As.ADMIN, peer).get("handed-over.ndjson"), title);

        // Then
        assertThat(shown.path("document").path("submission").path("title").asText()).isEqualTo(title);
        assertThat(shown.path("leftOut").toString()).isEqualTo("[\"assessment\"]");
        assertThat(shown.toString()).doesNotContain("\"critical\"", "\"moderate\"", "\"F6\"");
    }

    @Test
    void theTimelineIsNumberedAsIfThereWereNothingElse() throws IOException {
        // Given
        FiledReport report = delivered("Numbered");

        // When
        List<Integer> numbers = exported(As.OPERATOR_A, As.OPERATOR_A.organisation()).get("timeline.ndjson").lines()
                .map(line -> Json.tree(line.getBytes(StandardCharsets.UTF_8)))
                .filter(entry -> entry.path("report").asText().equals(report.id())).map(entry -> entry.path("number").intValue()).toList();

        // Then
        assertThat(numbers).hasSizeGreaterThan(2).isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        assertThat(Rows.number("select max(number) from timeline where report_id = cast(? as uuid)", report.id())).isGreaterThan(numbers.size());
    }

    /** Who knows the rest of the document could otherwise try the few assessments that there are. */
    @Test
    void theDigestDoesNotTellTheAssessment() throws IOException {
        // Given
        FiledReport one = delivered("One");

        // When
        String document = Rows.column("select convert_from(document, 'UTF8') from delivery where report_id = cast('" + one.id() + "' as uuid)").get(0);

        // Then
        assertThat(Json.tree(document.getBytes(StandardCharsets.UTF_8)).path("assessment").path("salt").asText()).hasSize(36);
        assertThat(exported(As.OPERATOR_A, As.OPERATOR_A.organisation()).values()).noneMatch(file -> file.contains(Json.tree(document.getBytes(StandardCharsets.UTF_8))
                .path("assessment").path("salt").asText()));
    }
}
