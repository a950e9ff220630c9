package org.tocsin.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.json.Json;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestStack;
import org.tocsin.report.Drafts;

/** The client of docs/clients, run by Python as an integrator would. Needs python3, which the system has to bring. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PythonClientTest {

    private static final long PATIENCE_SECONDS = 60;

    @TestHTTPResource("/")
    String service;
    @TempDir
    Path directory;

    private Program client(String url, String... words) throws IOException, InterruptedException {
        String issuer = ConfigProvider.getConfig().getValue("tocsin.issuer", String.class);
        List<String> command = new ArrayList<>(List.of("python3", "docs/clients/tocsin.py"));
        command.addAll(List.of(words));
        return Program.run(Map.of("TOCSIN_URL", url, "TOCSIN_TOKEN_URL", issuer + "/protocol/openid-connect/token",
                "TOCSIN_CLIENT", "sensor-a", "TOCSIN_SECRET", "demo", "PYTHONDONTWRITEBYTECODE", "1"), PATIENCE_SECONDS, command);
    }

    private String report(JsonNode draft) throws IOException {
        return Files.writeString(directory.resolve("report.json"), draft.toString()).toString();
    }

    @Test
    void filesAReportAndReadsIt() throws Exception {
        // When
        Program filed = client(service, "file", report(Drafts.earlyWarning()));

        // Then
        assertThat(filed.status()).as(filed.said()).isZero();
        String reference = Json.MAPPER.readTree(filed.said()).path("reference").asText();
        Program read = client(service, "read", reference);
        assertThat(read.status()).as(read.said()).isZero();
        assertThat(Json.MAPPER.readTree(read.said()).path("state").asText()).isEqualTo("received");
    }

    @Test
    void listsEveryPartOfAList() throws Exception {
        // Given
        String operator = TestStack.tokens().ofPerson("operator-a");
        String name = "p" + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 3; i++) {
            given().auth().oauth2(operator).contentType(ContentType.JSON).body("{\"name\": \"" + name + "\", \"kind\": \"server\", \"criticality\": 1}")
                    .put("/api/v1/assets/" + name + "-" + i).then().statusCode(201);
        }

        // When
        Program listed = client(service, "list", "/api/v1/assets?limit=2&q=" + name);

        // Then
        assertThat(listed.status()).as(listed.said()).isZero();
        assertThat(listed.said().lines()).hasSize(3);
    }

    @Test
    void showsWhatWasWrong() throws Exception {
        // When
        Program refused = client(service, "file", report(Drafts.earlyWarning().put("severity", "dreadful")));

        // Then
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.said()).contains("urn:tocsin:problem:invalid", "/severity");
    }

    @Test
    void asksAgainWithTheSameKeyAndTheSameBytes() throws Exception {
        // Given: a service that has a bad moment
        List<String> requests = new CopyOnWriteArrayList<>();
        HttpServer shaky = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shaky.createContext("/api/v1/reports", exchange -> {
            requests.add(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = "{\"reference\": \"TOC-7K3M-Q9XW-Y\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(requests.size() < 3 ? 503 : 201, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        shaky.start();

        try {
            // When
            Program filed = client("http://localhost:" + shaky.getAddress().getPort(), "file", report(Drafts.earlyWarning()));

            // Then
            assertThat(filed.status()).as(filed.said()).isZero();
            assertThat(requests).hasSize(3);
            assertThat(requests.stream().distinct()).hasSize(1);
        } finally {
            shaky.stop(0);
        }
    }
}
