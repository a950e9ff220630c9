package org.tocsin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;
import org.tocsin.report.Drafts;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class HttpRefusalsTest {

    @TestHTTPResource("/api/v1/reports")
    URI reports;

    private static void isProblem(Response answer, int status, String kind) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:" + kind);
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(answer.jsonPath().getString("detail")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"DELETE,/api/v1/reports", "PUT,/api/v1/reports", "PATCH,/api/v1/triage", "POST,/api/v1/reports/x/audit"})
    void anUnknownMethodIsNotAllowed(String method, String path) {
        // When
        Response answer = As.OPERATOR_A.sends("{}").request(method, path);

        // Then
        isProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api/v1", "/api", "/api/v2/reports", "/api/v1/triage/x/steal"})
    void anUnknownAddressIsNotFound(String path) {
        // When
        Response answer = As.OPERATOR_A.asks().get(path);

        // Then
        isProblem(answer, 404, "not-found");
    }

    @Test
    void anAnswerInAnotherFormatIsNotToBeHad() {
        // When
        Response answer = As.LIAISON_1.asks().accept("text/csv").get("/api/v1/triage");

        // Then
        isProblem(answer, 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/json-patch+json", "application/octet-stream"})
    void anotherMediaTypeIsNotSupported(String type) {
        // When
        Response answer = As.OPERATOR_A.asks().contentType(type).body("title=x".getBytes()).post("/api/v1/reports");

        // Then
        isProblem(answer, 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(ints = {256 * 1024 + 1, 300_000, 5_000_000})
    void aBodyOver256KiBIsTooLarge(int size) {
        // When
        Response answer = As.OPERATOR_A.sends("x".repeat(size)).post("/api/v1/reports");

        // Then
        isProblem(answer, 413, "too-large");
    }

    @Test
    void aBodyThatDoesNotSayHowLongItIsIsTooLargeAllTheSame() throws Exception {
        // Given
        HttpRequest request = HttpRequest.newBuilder(reports)
                .header("Authorization", "Bearer " + As.OPERATOR_A.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[300_000])))
                .version(HttpClient.Version.HTTP_1_1)
                .build();

        // When
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aBodyOfExactly256KiBIsRead() {
        // Given
        String draft = Drafts.earlyWarning().toString();

        // When
        Response answer = As.OPERATOR_A.sends(draft + " ".repeat(256 * 1024 - draft.length())).post("/api/v1/reports");

        // Then
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%2e%2e%2f", "%F0%9F%95%B0", "a%0d%0ab", "'%20or%201=1--"})
    void aNameThatNothingHereCanHaveIsNoAddress(String name) {
        // When
        Response answer = As.OPERATOR_A.asks().urlEncodingEnabled(false).get("/api/v1/reports/" + name);

        // Then
        isProblem(answer, 400, "bad-address");
    }
}
