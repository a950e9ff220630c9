package org.tocsin.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.evidence.LogResourceTest.says;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.audit.TransparencyLog;
import org.tocsin.audit.log.Merkle;
import org.tocsin.audit.log.TlogProof;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.StackResource;
import org.tocsin.local.Statements;
import org.tocsin.report.FiledReport;
import org.tocsin.report.Revising;

/** What proves a report's story holds for whoever has the file and the log's key, and for each reader opens what that one may see. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class EvidenceTest {

    @TempDir
    Path directory;

    @Inject
    TransparencyLog log;

    private String key() {
        return log.keys().get(0).written();
    }

    static FiledReport acknowledged() {
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        act(report, "claim", 1);
        act(report, "grade", 2, ", \"severity\": \"high\"");
        act(report, "release", 3);
        Await.until("the CERT acknowledged", () -> As.LIAISON_1.asks().get(report.url()).path("state").equals("acknowledged"));
        Await.signed();
        return report;
    }

    private static void act(FiledReport report, String act, int version, String... more) {
        Response answer = As.LIAISON_1.sends("{\"version\": " + version + String.join("", more) + "}")
                .post("/api/v1/triage/" + report.id() + "/" + act);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    static ObjectNode evidence(As reader, FiledReport report) {
        Response answer = reader.asks().get(report.url() + "/evidence");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return (ObjectNode) Json.tree(answer.asByteArray());
    }

    private String file(JsonNode evidence) throws IOException {
        return Files.writeString(directory.resolve("evidence.json"), evidence.toString()).toString();
    }

    @Test
    void theReceiptNamesTheLeafThatTheProofProves() throws IOException {
        // Given
        Response filed = As.OPERATOR_A.sends(org.tocsin.report.Drafts.earlyWarning()).post("/api/v1/reports");
        Await.signed();

        // When
        Response answer = As.OPERATOR_A.asks().get("/api/v1/reports/" + filed.path("id") + "/proof");

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType().toLowerCase()).isEqualTo("text/plain;charset=utf-8");
        TlogProof proof = TlogProof.parse(answer.asByteArray());
        JsonNode receipt = Json.tree(Base64.getUrlDecoder().decode(filed.<String>path("receipt").split("\\.")[1]));
        assertThat(receipt.path("leaf").asText()).isEqualTo(Merkle.leaf(proof.extra().orElseThrow()).hex());
        assertThat(receipt.path("log").asText()).isEqualTo(log.origin());
        String file = Files.write(directory.resolve("report.tlog-proof"), answer.asByteArray()).toString();
        says(0, "has at place " + proof.index(), file, "--key", key());
    }

    @Test
    void eachRevisionHasAProofOfItsOwn() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        String receipt = Revising.now(As.OPERATOR_A, report.id(), org.tocsin.report.Drafts.earlyWarning().put("title", "Corrected")).path("receipt");
        Await.signed();

        // When
        Response second = As.OPERATOR_A.asks().queryParam("revision", 2).get(report.url() + "/proof");

        // Then
        TlogProof proof = TlogProof.parse(second.asByteArray());
        assertThat(Json.tree(Base64.getUrlDecoder().decode(receipt.split("\\.")[1])).path("leaf").asText())
                .isEqualTo(Merkle.leaf(proof.extra().orElseThrow()).hex());
        assertThat(proof.objection(log.keys(), proof.extra().orElseThrow())).isEmpty();
        assertThat(As.OPERATOR_A.asks().queryParam("revision", 3).get(report.url() + "/proof").statusCode()).isEqualTo(404);
        assertThat(As.OPERATOR_A.asks().queryParam("revision", 0).get(report.url() + "/proof").statusCode()).as("out of its range").isEqualTo(400);
        assertThat(As.OPERATOR_B.asks().queryParam("revision", 2).get(report.url() + "/proof").statusCode()).isEqualTo(404);
    }

    /** What the reader may see, the revision, what only we may see, place and checkpoint, the end; the tiles are known after the first. */
    @Test
    void aProofTakesFiveRoundTrips() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        Await.signed();

        // When
        Statements proof = Statements.leastOf(() -> As.OPERATOR_A.asks().get(report.url() + "/proof").then().statusCode(200));

        // Then
        assertThat(proof.roundTrips()).as("%s", proof.texts()).isEqualTo(5);
    }

    @Test
    void anotherOrganisationsReportHasNeitherProofNorEvidence() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        Await.signed();

        // Then
        for (String what : List.of("/proof", "/evidence")) {
            assertThat(As.OPERATOR_B.asks().get(report.url() + what).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theWholeStoryIsProvedAndEachReaderSeesTheOwnPart() throws IOException {
        // Given
        FiledReport report = acknowledged();

        // When
        JsonNode operators = evidence(As.OPERATOR_A, report);
        JsonNode auditors = evidence(As.AUDITOR, report);

        // Then
        says(0, "the receipt " + receiptId(report) + " of the destination for revision 1 to national-cert", file(auditors), "--key", key());
        says(0, "is not opened here, is in the log", file(operators), "--key", key());
        assertThat(auditors.path("entries")).hasSameSizeAs(operators.path("entries")).allMatch(entry -> entry.has("opened"));
        assertThat(opened(operators)).anyMatch(said -> said.contains("report.received")).noneMatch(said -> said.contains("liaison-1")
                || said.contains("report.graded") || said.contains("report.claimed"));
        assertThat(operators.toString()).doesNotContain("\"document\"");
        assertThat(auditors.path("deliveries").get(0).has("document")).isTrue();
    }

    private static String receiptId(FiledReport report) {
        String receipt = As.OPERATOR_A.asks().get(report.url() + "/deliveries").jsonPath().getString("[0].receipt");
        return Json.tree(Base64.getUrlDecoder().decode(receipt.split("\\.")[1])).path("receiptId").asText();
    }

    private static List<String> opened(JsonNode evidence) {
        List<String> opened = new ArrayList<>();
        evidence.path("entries").forEach(entry -> opened.add(new String(
                Base64.getDecoder().decode(entry.path("opened").path("content").asText()), StandardCharsets.UTF_8)));
        return opened;
    }

    @Test
    void whateverIsChangedInTheFileIsNamed() throws IOException {
        // Given
        ObjectNode honest = evidence(As.AUDITOR, acknowledged());
        String other = base64("{\"type\": \"report.received\"}");

        // Then
        isNamed(honest, file -> ((ObjectNode) file.at("/entries/0/opened")).put("content", other), "salt and content do not give its commitment");
        isNamed(honest, file -> ((ObjectNode) file.at("/entries/1")).put("index", 0), "is not at that place of the tree");
        isNamed(honest, file -> ((ObjectNode) file.at("/entries/1")).putArray("path"), "is not at that place of the tree");
        isNamed(honest, file -> ((ObjectNode) file.at("/revisions/0")).put("body", other), "its text has another SHA-256");
        isNamed(honest, file -> ((ObjectNode) file.at("/revisions/0")).remove("body"), "its text is not in the file, and no entry of the log that is opened here says that it was erased");
        isNamed(honest, file -> ((ObjectNode) file.at("/revisions/0")).put("receipt", file.at("/deliveries/0/receipt").asText()), "it is for something else");
        isNamed(honest, file -> ((ObjectNode) file.at("/revisions/0")).put("number", 2), "no entry of the log that is opened here names revision 2");
        isNamed(honest, file -> ((ObjectNode) file.at("/deliveries/0")).put("document", other), "they have another SHA-256");
        isNamed(honest, file -> ((ObjectNode) file.at("/report")).put("id", "another"), "it is about another report");
        isNamed(honest, file -> ((ObjectNode) file.path("log")).put("checkpoint",
                file.at("/log/checkpoint").asText().replaceFirst("\n([0-9])", "\n1$1")), "does not verify");
        isNamed(honest, file -> file.put("format", "something else"), "not of the format");
    }

    @Test
    void whatTheInventorySaidIsProvedToEachReaderAsThatOneMaySeeIt() throws IOException {
        // Given
        String listed = "evidence-" + java.util.UUID.randomUUID();
        As.OPERATOR_A.sends("{\"name\": \"Listed\", \"kind\": \"time-server\", \"criticality\": 4}").put("/api/v1/assets/" + listed);
        FiledReport report = FiledReport.by(As.OPERATOR_A, org.tocsin.report.Drafts.about(listed, "nobody-knows"));
        Await.signed();

        // When
        ObjectNode operators = evidence(As.OPERATOR_A, report);
        ObjectNode auditors = evidence(As.AUDITOR, report);

        // Then
        says(0, "what the inventory told the operator about revision 1 is what the log has", file(operators), "--key", key());
        says(0, "what the inventory told the liaison about revision 1 is what the log has", file(auditors), "--key", key());
        assertThat(operators.path("enrichments")).hasSize(1).noneMatch(view -> view.has("salt"));
        assertThat(snapshot(operators)).contains(listed).doesNotContain("\"assets\":{");
        assertThat(snapshot(auditors)).contains(listed, "\"assets\":{");
        String other = base64("{}");
        isNamed(operators, file -> ((ObjectNode) file.at("/enrichments/0")).put("snapshot", other), "it has another SHA-256");
        isNamed(auditors, file -> ((ObjectNode) file.at("/enrichments/0")).put("salt", other), "it has another SHA-256");
        isNamed(auditors, file -> ((ObjectNode) file.at("/enrichments/0")).put("revision", 2), "no entry of the log that is opened here names it");
    }

    private static String snapshot(JsonNode evidence) {
        return new String(Base64.getDecoder().decode(evidence.at("/enrichments/0/snapshot").asText()), StandardCharsets.UTF_8);
    }

    private void isNamed(ObjectNode honest, Consumer<ObjectNode> lie, String words) throws IOException {
        ObjectNode file = honest.deepCopy();
        lie.accept(file);
        says(1, words, file(file), "--key", key());
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
