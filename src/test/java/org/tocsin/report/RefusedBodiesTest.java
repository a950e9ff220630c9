package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RefusedBodiesTest {

    private static final String SPOILT = """
            {"title": "bell \\u0007", "awareAt": "2026-11-23T03:12:00Z", "awareAt": "2026-11-23T03:13:00Z",
             "suspectedMalicious": "maybe", "severity": "critcal", "tittle": "x",
             "observations": [{"type": "ntp", "offsetMs": "4", "stratum": 17, "jitterSeconds": "12 ms"}],
             "indicators": [%s]}""".formatted("[".repeat(25) + "]".repeat(25));

    @TestHTTPResource("/api/v1/reports")
    URI reports;

    private static Response post(String body) {
        return As.OPERATOR_A.sends(body).post("/api/v1/reports");
    }

    private static Response refused(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:invalid");
        return answer;
    }

    /** Code by pointer. */
    private static Map<String, String> faults(Response answer) {
        List<Map<String, String>> faults = answer.jsonPath().getList("faults");
        return faults.stream().collect(Collectors.toMap(fault -> fault.get("pointer"), fault -> fault.get("code")));
    }

    private static String message(Response answer, String pointer) {
        return answer.jsonPath().param("p", pointer).getString("faults.find { it.pointer == p }.message");
    }

    @Test
    void allFaultsAreToldInOneAnswer() {
        // When
        Response answer = refused(post(SPOILT), 422);

        // Then
        assertThat(faults(answer)).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                Map.entry("/title", "forbidden-character"),
                Map.entry("/awareAt", "duplicate-field"),
                Map.entry("/suspectedMalicious", "unknown-word"),
                Map.entry("/crossBorder", "missing"),
                Map.entry("/severity", "unknown-word"),
                Map.entry("/tittle", "unknown-field"),
                Map.entry("/observations/0/offsetMs", "unknown-field"),
                Map.entry("/observations/0/stratum", "out-of-range"),
                Map.entry("/observations/0/jitterSeconds", "unit-in-value"),
                Map.entry("/indicators/0" + "/0".repeat(18), "too-deep"),
                Map.entry("/indicators/0", "wrong-type")));
    }

    @Test
    void aNearMissIsAnsweredWithWhatWasProbablyMeant() {
        // When
        Response answer = post(SPOILT);

        // Then
        assertThat(message(answer, "/tittle")).contains("Did you mean \"title\"?");
        assertThat(message(answer, "/severity")).contains("Did you mean \"critical\"?");
        assertThat(message(answer, "/observations/0/offsetMs")).contains("Did you mean \"offsetSeconds\"? It takes seconds.");
        assertThat(message(answer, "/observations/0/jitterSeconds")).contains("\"0.012\"");
    }

    @Test
    void moreThanAThousandObservationsAreTooMany() {
        // Given
        ObjectNode draft = Drafts.earlyWarning();
        ArrayNode observations = draft.putArray("observations");
        for (int i = 0; i < 1001; i++) {
            observations.addObject().put("type", "ntp").put("stratum", 1);
        }

        // When
        Response answer = refused(post(draft.toString()), 422);

        // Then
        assertThat(faults(answer)).containsOnlyKeys("/observations");
    }

    @Test
    void aThousandObservationsAreNot() {
        // Given
        ObjectNode draft = Drafts.earlyWarning();
        ArrayNode observations = draft.putArray("observations");
        for (int i = 0; i < 1000; i++) {
            observations.addObject().put("type", "ntp").put("stratum", 1).put("offsetSeconds", "0." + i);
        }

        // When
        Response answer = post(draft.toString());

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "{", "{\"title\": \"cut", "nonsense", "{} {}", "{\"title\": 01}", "{'title': 1}", "[1, 2"})
    void whatIsNotJsonIsABadRequest(String body) {
        // When
        Response answer = post(body);

        // Then
        refused(answer, 400);
    }

    @Test
    void whatIsNotUtf8IsABadRequest() {
        // Given
        byte[] latin = Drafts.earlyWarning().put("title", "Müller").toString().getBytes(StandardCharsets.ISO_8859_1);

        // When
        Response answer = As.OPERATOR_A.asks().contentType("application/json").body(latin).post("/api/v1/reports");

        // Then
        refused(answer, 400);
        assertThat(faults(answer)).containsValue("not-utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"title\"", "17", "true", "{}"})
    void jsonThatIsNoReportIsUnprocessable(String body) {
        // When
        Response answer = post(body);

        // Then
        refused(answer, 422);
    }

    @Test
    void aLaterStageAsksForMore() {
        // When
        Response answer = refused(post(Drafts.earlyWarning().put("stage", "notification").toString()), 422);

        // Then
        assertThat(faults(answer)).containsOnlyKeys("/severity", "/impact").containsValue("missing-at-stage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "Ünï"})
    void aKeyThatIsNoneIsABadRequest(String key) {
        // When
        Response answer = As.OPERATOR_A.sends(Drafts.earlyWarning()).header("Idempotency-Key", key).post("/api/v1/reports");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:bad-idempotency-key");
    }

    @Test
    void anEmptyKeyIsABadRequestAndNotNone() throws Exception {
        // Given
        HttpRequest request = HttpRequest.newBuilder(reports)
                .header("Authorization", "Bearer " + As.OPERATOR_A.token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "")
                .POST(HttpRequest.BodyPublishers.ofString(Drafts.earlyWarning().toString()))
                .build();

        // When
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
    }
}
