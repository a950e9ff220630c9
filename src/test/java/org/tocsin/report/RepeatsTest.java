package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RepeatsTest {

    private final String key = UUID.randomUUID().toString();

    private static Response post(As sender, String body, String key) {
        return sender.sends(body).header("Idempotency-Key", key).post("/api/v1/reports");
    }

    private static Response post(As sender, ObjectNode draft) {
        return sender.sends(draft).post("/api/v1/reports");
    }

    private static ObjectNode numbered(String externalRef) {
        return Drafts.earlyWarning().put("externalRef", externalRef);
    }

    private static long filed(ObjectNode draft) {
        return Rows.number("select count(*) from report where title = ?", draft.path("title").asText());
    }

    private static void isFirstAnswerAgain(Response again, Response first) {
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    private static void isProblem(Response answer, int status, String kind) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:" + kind);
    }

    @Test
    void theSameKeyAndBodyGetTheFirstAnswerAgain() {
        // Given
        ObjectNode draft = Drafts.earlyWarning();
        Response first = post(As.OPERATOR_A, draft.toString(), key);

        // When
        Response again = post(As.OPERATOR_A, draft.toString(), key);

        // Then
        isFirstAnswerAgain(again, first);
        assertThat(filed(draft)).isEqualTo(1);
    }

    @Test
    void theSameBodyWrittenOtherwiseIsARepeat() {
        // Given
        ObjectNode draft = Drafts.earlyWarning();
        Response first = post(As.OPERATOR_A, draft.toString(), key);

        // When
        Response again = post(As.OPERATOR_A, draft.put("awareAt", "2026-11-23T04:12:00.000+01:00").toPrettyString(), key);

        // Then
        isFirstAnswerAgain(again, first);
    }

    @Test
    void theFirstAnswerStaysAlsoWhenTheReportHasGoneOn() {
        // Given
        ObjectNode draft = Drafts.earlyWarning();
        Response first = post(As.OPERATOR_A, draft.toString(), key);
        As.LIAISON_1.sends("{\"version\": 1}").post("/api/v1/triage/" + first.path("id") + "/claim");

        // When
        Response again = post(As.OPERATOR_A, draft.toString(), key);

        // Then
        isFirstAnswerAgain(again, first);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        // Given
        post(As.OPERATOR_A, Drafts.earlyWarning().toString(), key);
        ObjectNode other = Drafts.earlyWarning();

        // When
        Response answer = post(As.OPERATOR_A, other.toString(), key);

        // Then
        isProblem(answer, 422, "idempotency-key-reused");
        assertThat(filed(other)).isZero();
    }

    @Test
    void withoutAKeyTheSendersOwnNumberTellsARepeat() {
        // Given
        ObjectNode draft = numbered(key);
        Response first = post(As.SENSOR_A, draft);

        // When
        Response again = post(As.SENSOR_A, draft);

        // Then
        isFirstAnswerAgain(again, first);
        assertThat(filed(draft)).isEqualTo(1);
    }

    @Test
    void theSendersNumberWithAnotherBodySaysWhereTheReportIs() {
        // Given
        Response first = post(As.OPERATOR_A, numbered(key));

        // When
        Response answer = post(As.OPERATOR_A, numbered(key));

        // Then
        isProblem(answer, 409, "external-ref-reused");
        assertThat(answer.jsonPath().getString("report")).isEqualTo("/api/v1/reports/" + first.path("id"));
        assertThat(answer.jsonPath().getString("revisions")).isEqualTo("/api/v1/reports/" + first.path("id") + "/revisions");
    }

    @Test
    void aNewKeyForANumberedReportGetsItsFirstAnswer() {
        // Given
        ObjectNode draft = numbered(key);
        Response first = post(As.OPERATOR_A, draft);

        // When
        Response withKey = post(As.OPERATOR_A, draft.toString(), key);
        Response again = post(As.OPERATOR_A, draft.toString(), key);

        // Then
        isFirstAnswerAgain(withKey, first);
        isFirstAnswerAgain(again, first);
    }

    @Test
    void aKeyThatWasUsedDoesNotFileANumberedReport() {
        // Given
        post(As.OPERATOR_A, Drafts.earlyWarning().toString(), key);
        ObjectNode draft = numbered(key);

        // When
        Response refused = post(As.OPERATOR_A, draft.toString(), key);
        Response withoutKey = post(As.OPERATOR_A, draft);

        // Then
        isProblem(refused, 422, "idempotency-key-reused");
        assertThat(withoutKey.statusCode()).isEqualTo(201);
        assertThat(filed(draft)).isEqualTo(1);
    }

    @Test
    void withBothReusedForAnotherBodyTheKeysWordCounts() {
        // Given
        ObjectNode draft = numbered(key);
        post(As.OPERATOR_A, draft.toString(), key);
        ObjectNode changed = draft.deepCopy().put("description", "something else");

        // When
        Response refused = post(As.OPERATOR_A, changed.toString(), key);

        // Then
        isProblem(refused, 422, "idempotency-key-reused");
    }

    @Test
    void aKeyIsNoSendersNumber() {
        // Given
        Response keyed = post(As.OPERATOR_A, Drafts.earlyWarning().toString(), key);

        // When
        Response numbered = post(As.OPERATOR_A, numbered(key));

        // Then
        assertThat(numbered.statusCode()).isEqualTo(201);
        assertThat(numbered.<String>path("id")).isNotEqualTo(keyed.path("id"));
    }

    @Test
    void twoMachinesWithTheSameKeyDoNotMeet() {
        // Given
        ObjectNode draft = numbered(key);
        Response first = post(As.SENSOR_A, draft.toString(), key);

        // When
        Response other = post(As.SENSOR_B, draft.toString(), key);

        // Then
        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(other.<String>path("id")).isNotEqualTo(first.path("id"));
    }

    @Test
    void twoPeopleOfTwoOrganisationsThroughTheSameProgramDoNotMeet() {
        // Given
        ObjectNode draft = numbered(key);
        Response first = post(As.OPERATOR_A, draft.toString(), key);

        // When
        Response sameBody = post(As.OPERATOR_B, draft.toString(), key);
        Response otherBody = post(As.OPERATOR_B, Drafts.earlyWarning().toString(), key);

        // Then
        assertThat(sameBody.statusCode()).isEqualTo(201);
        assertThat(sameBody.<String>path("id")).isNotEqualTo(first.path("id"));
        isProblem(otherBody, 422, "idempotency-key-reused");
    }

    @Test
    void aPersonAndAMachineOfOneOrganisationDoNotMeet() {
        // Given
        ObjectNode draft = numbered(key);
        Response first = post(As.OPERATOR_A, draft.toString(), key);

        // When
        Response other = post(As.SENSOR_A, draft.toString(), key);

        // Then
        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(other.<String>path("id")).isNotEqualTo(first.path("id"));
    }
}
