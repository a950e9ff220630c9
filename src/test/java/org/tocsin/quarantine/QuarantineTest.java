package org.tocsin.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.quarantine.QuarantineRequests.accept;
import static org.tocsin.quarantine.QuarantineRequests.draft;
import static org.tocsin.quarantine.QuarantineRequests.held;
import static org.tocsin.quarantine.QuarantineRequests.json;
import static org.tocsin.quarantine.QuarantineRequests.numberOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;

/** What is held, how much of it, and who may read it. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class QuarantineTest {

    private BrokenClock certified;

    @BeforeEach
    void sensorsWithExpiredTokens() {
        certified = LateSensors.certified();
        LateSensors.letGo();
    }

    @Test
    void whatIsNoReportIsRefusedWithEveryFault() {
        // When
        HttpResponse<String> answer = certified.file("{\"title\": 1}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("faults")).isNotEmpty();
        assertThat(certified.file("not json").statusCode()).isEqualTo(400);
        assertThat(certified.file("{\"title\": \"" + "x".repeat(300_000) + "\"}").statusCode()).isEqualTo(413);
    }

    @Test
    void aParameterThatFilingDoesNotKnowIsRefusedAtTheDoorToo() {
        // Given
        long before = numberOf(certified.client());

        // When
        HttpResponse<String> answer = certified.send("POST", "/api/v1/reports?dry_run=true");

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).path("faults").path(0).path("pointer").asText()).isEqualTo("/dry_run");
        assertThat(numberOf(certified.client())).isEqualTo(before);
    }

    @Test
    void aRepeatIsHeldOnce() {
        // Given
        String key = BrokenClock.anyKey();
        String body = draft();
        String first = held(certified.file(body, key));

        // When, Then
        assertThat(held(certified.file(body, key))).isEqualTo(first);
        HttpResponse<String> other = certified.file(draft(), key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).path("type").asText()).isEqualTo("urn:tocsin:problem:idempotency-key-reused");
        String keyless = held(certified.file(body));
        assertThat(held(certified.file(body))).isEqualTo(keyless).isNotEqualTo(first);
    }

    @Test
    void anotherOrganisationsIsNotFound() {
        // Given
        String id = held(certified.file(draft()));

        // When, Then
        assertThat(As.OPERATOR_A.asks().get("/api/v1/quarantine/" + id).statusCode()).isEqualTo(200);
        assertThat(As.OPERATOR_B.asks().get("/api/v1/quarantine/" + id).statusCode()).isEqualTo(404);
        assertThat(As.OPERATOR_B.asks().get("/api/v1/quarantine?limit=200").jsonPath().getList("items.id")).doesNotContain(id);
        assertThat(As.OPERATOR_A.asks().get("/api/v1/quarantine?limit=200&state=held").jsonPath().getList("items.id")).contains(id);
        assertThat(accept(UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
    }

    @Test
    void theListIsReadInParts() {
        // Given
        String older = held(certified.file(draft()));
        String newer = held(certified.file(draft()));

        // When
        Response first = As.OPERATOR_A.asks().get("/api/v1/quarantine?limit=1");
        Response second = As.OPERATOR_A.asks().get(first.jsonPath().getString("next"));

        // Then
        assertThat(first.jsonPath().getList("items.id")).containsExactly(newer);
        assertThat(second.jsonPath().getList("items.id")).containsExactly(older);
        assertThat(As.OPERATOR_A.asks().get("/api/v1/quarantine?after=x").statusCode()).isEqualTo(400);
        assertThat(As.OPERATOR_A.asks().get("/api/v1/quarantine?state=x").statusCode()).isEqualTo(400);
    }

    @Test
    void oneClientHoldsNoMoreThanItsCap() {
        // Given
        BrokenClock flooding = BrokenClock.withCertificate();
        IntStream.range(0, 20).forEach(i -> held(flooding.file(draft())));

        // When
        HttpResponse<String> beyond = flooding.file(draft());

        // Then
        assertThat(beyond.statusCode()).isEqualTo(429);
        assertThat(json(beyond).path("type").asText()).isEqualTo("urn:tocsin:problem:quarantine-full");
        assertThat(beyond.headers().firstValue("Retry-After")).hasValue("600");
        assertThat(numberOf(flooding.client())).isEqualTo(20);
        held(certified.file(draft()));
    }
}
