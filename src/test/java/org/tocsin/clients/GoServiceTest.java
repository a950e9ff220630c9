package org.tocsin.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.StackResource;
import org.tocsin.report.Drafts;

/** Go's own code on the log of a running service. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@EnabledIfSystemProperty(named = GoProgram.NAMED, matches = ".+")
class GoServiceTest {

    private static final String LOG = "audit/log";

    @TestHTTPResource("/")
    String service;
    @TempDir
    Path directory;

    private Path saved(As reader, String path, String name) throws IOException {
        Response answer = reader.asks().get(path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return Files.write(directory.resolve(name), answer.asByteArray());
    }

    /** More than a tile holds. */
    private static Response fileMany() {
        ObjectNode batch = Json.MAPPER.createObjectNode();
        ArrayNode reports = batch.putArray("reports");
        for (int i = 0; i < 300; i++) {
            reports.addObject().put("idempotencyKey", UUID.randomUUID().toString()).set("report", Drafts.earlyWarning());
        }
        Response answer = As.SENSOR_A.sends(batch).post("/api/v1/reports:batch");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        Await.signed();
        return answer;
    }

    @Test
    void theWholeLogAKeptCheckpointAndAReportsProofHold() throws Exception {
        // Given
        Response filed = fileMany();
        Path keys = saved(As.AUDITOR, "/" + LOG + "/key", "keys");
        Path kept = saved(As.AUDITOR, "/" + LOG + "/checkpoint", "checkpoint");
        String receipt = filed.path("results[299].report.receipt");
        fileMany();
        Path proof = saved(As.SENSOR_A, "/api/v1/reports/" + filed.path("results[299].report.id") + "/proof", "proof");

        // When
        Program program = GoProgram.verify(As.AUDITOR.token(), keys, service + LOG, kept, proof);

        // Then
        String leaf = Json.tree(Base64.getUrlDecoder().decode(receipt.split("\\.")[1])).path("leaf").asText();
        assertThat(program.said()).contains("entries make the root that was signed", "begins with its", "proved: leaf " + leaf);
        assertThat(program.status()).isZero();
    }
}
