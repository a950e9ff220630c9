package org.tocsin.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.evidence.EvidenceTest.acknowledged;
import static org.tocsin.evidence.EvidenceTest.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.audit.TransparencyLog;
import org.tocsin.audit.log.Signers;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.StackResource;
import org.tocsin.report.FiledReport;
import org.tocsin.seal.Keys;
import org.tocsin.seal.Sha256;

/** What somebody writes into a file of evidence who has keys of his own: nothing of it is proved by the file alone. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ForgedEvidenceTest {

    @TempDir
    Path directory;

    @Inject
    TransparencyLog log;

    private final Keys forger = Keys.fresh("forger");

    private void says(int result, ObjectNode file, String words, String... more) throws IOException {
        String[] arguments = new String[more.length + 1];
        arguments[0] = Files.writeString(directory.resolve("evidence.json"), file.toString()).toString();
        System.arraycopy(more, 0, arguments, 1, more.length);
        LogResourceTest.says(result, words, arguments);
    }

    private String key() {
        return log.keys().get(0).written();
    }

    private void isNamed(ObjectNode honest, Consumer<ObjectNode> lie, String words) throws IOException {
        ObjectNode file = honest.deepCopy();
        lie.accept(file);
        says(1, file, words, "--key", key());
    }

    private JsonNode forgersKeys() {
        return Json.tree(forger.seal().publicKeys().getBytes(StandardCharsets.UTF_8));
    }

    /** A receipt with one member changed, and signed again. */
    private String resigned(String receipt, String member, String value) {
        ObjectNode said = (ObjectNode) Json.tree(Base64.getUrlDecoder().decode(receipt.split("\\.")[1]));
        return forger.seal().sign(said.put(member, value).toString().getBytes(StandardCharsets.UTF_8), "tocsin-receipt+jws");
    }

    private static void strip(ObjectNode file, String type) {
        ((ArrayNode) file.path("entries")).forEach(entry -> {
            String content = new String(Base64.getDecoder().decode(entry.path("opened").path("content").asText()), StandardCharsets.UTF_8);
            if (content.contains("\"" + type + "\"")) {
                ((ObjectNode) entry).remove("opened");
            }
        });
    }

    @Test
    void withoutTheLogsKeyNothingHangsOnAnything() throws IOException {
        // Given
        ObjectNode honest = evidence(As.OPERATOR_A, acknowledged());

        // Then
        says(1, honest, "the only key at hand is the one that the file itself names");
        says(1, honest, "none of its signatures is by", "--key", Signers.named(log.origin()).key().written());
    }

    @Test
    void anotherDocumentWithItsOwnDigestIsNotWhatWasSent() throws IOException {
        // Given
        ObjectNode honest = evidence(As.AUDITOR, acknowledged());
        byte[] other = "{\"title\": \"Nothing happened\"}".getBytes(StandardCharsets.UTF_8);

        // Then
        isNamed(honest, file -> ((ObjectNode) file.at("/deliveries/0")).put("document", Base64.getEncoder().encodeToString(other))
                .put("documentSha256", Sha256.hex(Sha256.of(other))), "no entry of the log that is opened here says that such a document was sent");
        isNamed(honest, file -> strip(file, "report.released"), "no entry of the log that is opened here says that such a document was sent");
        isNamed(honest, file -> ((ObjectNode) file.at("/deliveries/0")).put("destination", "somebody-else"), "no entry of the log that is opened here");
    }

    @Test
    void whatAWithdrawalTellsTheDestinationIsInTheLogToo() throws IOException {
        // Given
        FiledReport report = acknowledged();
        As.OPERATOR_A.sends("{\"reason\": \"It was an exercise\"}").post(report.url() + "/withdrawal").then().statusCode(201);
        As.LIAISON_1.sends("""
                {"number": 1, "called": "+44 20 7946 0123", "answeredBy": "R. Keeper", "calledAt": "2026-11-23T03:40:00Z"}""")
                .post(report.url() + "/withdrawal/call-back").then().statusCode(200);
        Await.until("the destination was told", () -> As.AUDITOR.asks().get(report.url() + "/deliveries").path("[1].receipt") != null);
        Await.signed();

        // When
        ObjectNode honest = evidence(As.AUDITOR, report);

        // Then
        byte[] told = Base64.getDecoder().decode(honest.at("/deliveries/1/document").asText());
        assertThat(Json.tree(told).at("/withdrawal/state").asText()).isEqualTo("confirmed");
        says(0, honest, "the bytes of revision 1 to national-cert are those that were sent", "--key", key());
        byte[] other = new String(told, StandardCharsets.UTF_8).replace("exercise", "error").getBytes(StandardCharsets.UTF_8);
        isNamed(honest, file -> ((ObjectNode) file.at("/deliveries/1")).put("document", Base64.getEncoder().encodeToString(other))
                .put("documentSha256", Sha256.hex(Sha256.of(other))), "no entry of the log that is opened here says that such a document was sent");
        isNamed(honest, file -> strip(file, "report.withdrawn"), "no entry of the log that is opened here says that such a document was sent");
    }

    @Test
    void aReceiptWithKeysOfItsOwnIsNoDestinations() throws IOException {
        // Given
        ObjectNode honest = evidence(As.OPERATOR_A, acknowledged());
        String receipt = honest.at("/deliveries/0/receipt").asText();

        // Then
        isNamed(honest, file -> ((ObjectNode) file.at("/deliveries/0")).put("receipt", resigned(receipt, "receiptId", "made-up")).set("receiptKeys", forgersKeys()),
                "no entry of the log that is opened here says that this receipt came");
        isNamed(honest, file -> strip(file, "delivery.receipted"), "no entry of the log that is opened here says that this receipt came");
        Path keys = Files.writeString(directory.resolve("keys.json"), forger.seal().publicKeys());
        says(1, honest, "not signed by the keys that were given", "--key", key(), "--destination-keys", keys.toString());
        Path theirs = Files.writeString(directory.resolve("theirs.json"), honest.at("/deliveries/0/receiptKeys").toString());
        says(0, honest, "proved: the destination has revision 1 to national-cert, as its receipt", "--key", key(), "--destination-keys", theirs.toString());
    }

    @Test
    void aReceiptOfOursSaysWhatTheLogSays() throws IOException {
        // Given
        ObjectNode honest = evidence(As.OPERATOR_A, acknowledged());
        String receipt = honest.at("/revisions/0/receipt").asText();

        // Then
        for (String[] changed : new String[][] {{"receivedAt", "2026-01-01T00:00:00Z", "it says something else than the entry that it names"},
                {"leaf", "00".repeat(32), "the leaf that it names is none of those"}, {"report", "another", "it is for something else"}}) {
            isNamed(honest, file -> {
                ((ObjectNode) file.at("/revisions/0")).put("receipt", resigned(receipt, changed[0], changed[1]));
                file.set("receiptKeys", forgersKeys());
            }, changed[2]);
        }
        Path ours = Files.writeString(directory.resolve("ours.json"), given().get("/.well-known/tocsin-keys.json").asString());
        Path others = Files.writeString(directory.resolve("others.json"), forger.seal().publicKeys());
        says(0, honest, "the receipt for revision 1 is by", "--key", key(), "--receipt-keys", ours.toString());
        says(1, honest, "not signed by the keys that were given", "--key", key(), "--receipt-keys", others.toString());
    }

    @Test
    void whatProvesNothingIsNotContent() throws IOException {
        // Given
        ObjectNode honest = evidence(As.OPERATOR_A, acknowledged());

        // Then
        isNamed(honest, file -> {
            file.putArray("entries");
            file.putArray("revisions");
            file.putArray("deliveries");
        }, "the file proves none");
    }

    @Test
    void whatWasErasedIsProvedAsErased() throws IOException {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        As.LIAISON_1.sends("{\"version\": 1, \"reason\": \"An exercise\"}").post("/api/v1/triage/" + report.id() + "/reject").then().statusCode(200);
        As.ADMIN.sends("{\"reason\": \"Asked for, GDPR Art. 17.\"}").post(report.url() + "/erasure").then().statusCode(200);
        Await.signed();

        // When
        ObjectNode honest = evidence(As.OPERATOR_A, report);

        // Then
        assertThat(honest.at("/revisions/0").has("body")).isFalse();
        says(0, honest, "revision 1, whose text was erased, has its entry in the log", "--key", key());
        isNamed(honest, file -> strip(file, "report.erased"), "no entry of the log that is opened here says that it was erased");
        isNamed(honest, file -> ((ObjectNode) file.at("/revisions/0")).put("receipt", resigned(file.at("/revisions/0/receipt").asText(), "leaf", "00".repeat(32))),
                "it is not signed by the keys in the file");
    }
}
