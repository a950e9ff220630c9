package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;

/** A revision is made once, and on the state that its sender saw. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RevisedOnceTest {

    private ObjectNode draft;
    private FiledReport report;

    @BeforeEach
    void file() {
        draft = Drafts.earlyWarning();
        report = FiledReport.by(As.SENSOR_A, draft);
    }

    @Test
    void withoutIfMatchItIsRefused() {
        // When
        Response answer = As.SENSOR_A.sends(Revising.corrected(draft)).post(report.url() + "/revisions");

        // Then
        assertThat(answer.statusCode()).isEqualTo(428);
        assertThat(answer.<String>path("type")).isEqualTo("urn:tocsin:problem:if-match-missing");
    }

    @Test
    void onAnOlderStateItIsRefusedWithTheNewerOne() {
        // Given
        String tag = Revising.tag(As.SENSOR_A, report.id());
        As.LIAISON_1.sends("{\"version\": 1}").post("/api/v1/triage/" + report.id() + "/claim");

        // When
        Response answer = Revising.keyed(As.SENSOR_A, report, tag, UUID.randomUUID().toString(), Revising.corrected(draft));

        // Then
        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.<String>path("etag")).isEqualTo(Revising.tag(As.SENSOR_A, report.id()));
        assertThat(answer.<Integer>path("version")).isEqualTo(2);
        assertThat(answer.<String>path("state")).isEqualTo("in-triage");
        assertThat(Revising.count(report)).isEqualTo(1);
    }

    @Test
    void aRepeatGetsTheFirstAnswerAlthoughTheReportHasMovedOn() {
        // Given
        String tag = Revising.tag(As.SENSOR_A, report.id());
        String key = UUID.randomUUID().toString();
        ObjectNode body = Revising.corrected(draft);
        Response first = Revising.keyed(As.SENSOR_A, report, tag, key, body);
        Revising.now(As.OPERATOR_A, report, Revising.corrected(draft));

        // When
        Response again = Revising.keyed(As.SENSOR_A, report, tag, key, body);

        // Then
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(Revising.count(report)).isEqualTo(3);
    }

    @Test
    void aKeyThatWasUsedForSomethingElseIsRefused() {
        // Given
        String key = UUID.randomUUID().toString();
        ObjectNode body = Revising.corrected(draft);
        As.SENSOR_A.sends(body).header("Idempotency-Key", key).post("/api/v1/reports");

        // When
        Response sameBody = Revising.keyed(As.SENSOR_A, report, "*", key, body);
        Revising.keyed(As.SENSOR_A, report, "*", key + 1, body);
        Response asNew = As.SENSOR_A.sends(body).header("Idempotency-Key", key + 1).post("/api/v1/reports");
        Response otherBody = Revising.keyed(As.SENSOR_A, report, "*", key + 1, Revising.corrected(draft));

        // Then
        assertThat(List.of(sameBody, asNew, otherBody)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.<String>path("type")).isEqualTo("urn:tocsin:problem:idempotency-key-reused");
        });
        assertThat(Revising.count(report)).isEqualTo(2);
    }

    @Test
    void ofTwinsOneIsMadeAndBothGetItsAnswer() {
        // Given
        String tag = Revising.tag(As.SENSOR_A, report.id());
        String key = UUID.randomUUID().toString();
        ObjectNode body = Revising.corrected(draft);
        Supplier<Response> send = () -> Revising.keyed(As.SENSOR_A, report, tag, key, body);

        // When
        List<Response> answers = Together.all(Collections.nCopies(4, send));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers).extracting(Response::asString).containsOnly(answers.get(0).asString());
        assertThat(Revising.count(report)).isEqualTo(2);
    }

    @Test
    void ofTwoThatSawTheSameOneIsToldOfTheOther() {
        // Given
        String tag = Revising.tag(As.SENSOR_A, report.id());

        // When
        List<Response> answers = Together.all(List.of(
                () -> Revising.keyed(As.SENSOR_A, report, tag, "a" + UUID.randomUUID(), Revising.corrected(draft)),
                () -> Revising.keyed(As.OPERATOR_A, report, tag, "b" + UUID.randomUUID(), Revising.corrected(draft))));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 412);
        assertThat(Revising.count(report)).isEqualTo(2);
    }
}
