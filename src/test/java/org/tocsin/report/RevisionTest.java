package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;
import org.tocsin.seal.Signed;
import org.tocsin.seal.TrustedKeys;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RevisionTest {

    private ObjectNode draft;
    private FiledReport report;

    @BeforeEach
    void file() {
        draft = Drafts.earlyWarning();
        report = FiledReport.by(As.SENSOR_A, draft);
    }

    private static long revisions(FiledReport report) {
        return Rows.number("select count(*) from revision where report_id = ?", UUID.fromString(report.id()));
    }

    private Response revise(As sender, String tag, String key, JsonNode body) {
        return Revising.with(sender, tag, body).header("Idempotency-Key", key).post(report.url() + "/revisions");
    }

    private ObjectNode corrected() {
        return draft.deepCopy().put("title", "Corrected " + UUID.randomUUID());
    }

    @Test
    void aCorrectionIsTheNextRevisionAndReceipted() throws Exception {
        // When
        Response answer = Revising.now(As.SENSOR_A, report, corrected());

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith(report.url() + "/revisions/2");
        assertThat(answer.header("ETag")).isEqualTo(Revising.tag(As.SENSOR_A, report.id()));
        assertThat(answer.<Integer>path("revision")).isEqualTo(2);
        Signed receipt = TrustedKeys.of(As.SENSOR_A.asks().get("/.well-known/tocsin-keys.json").asString())
                .verify(answer.<String>path("receipt")).orElseThrow();
        JsonNode word = Json.MAPPER.readTree(receipt.payload());
        assertThat(word.path("report").asText()).isEqualTo(report.id());
        assertThat(word.path("revision").asInt()).isEqualTo(2);
        Response stored = As.SENSOR_A.asks().get(report.url() + "/revisions/2");
        assertThat(stored.<String>path("bodySha256")).isEqualTo(word.path("bodySha256").asText());
        assertThat(stored.<String>path("receipt")).isEqualTo(answer.<String>path("receipt"));
    }

    @Test
    void aColleagueOfTheSenderMayRevise() {
        assertThat(Revising.now(As.OPERATOR_A, report, corrected()).statusCode()).isEqualTo(201);
    }

    @Test
    void anothersReportIsNotThere() {
        assertThat(revise(As.OPERATOR_B, "*", "k", corrected()).statusCode()).isEqualTo(404);
    }

    @Test
    void withoutIfMatchItIsRefused() {
        // When
        Response answer = As.SENSOR_A.sends(corrected()).post(report.url() + "/revisions");

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
        Response answer = revise(As.SENSOR_A, tag, UUID.randomUUID().toString(), corrected());

        // Then
        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.<String>path("etag")).isEqualTo(Revising.tag(As.SENSOR_A, report.id()));
        assertThat(answer.<Integer>path("version")).isEqualTo(2);
        assertThat(answer.<String>path("state")).isEqualTo("in-triage");
        assertThat(revisions(report)).isEqualTo(1);
    }

    @Test
    void aRepeatGetsTheFirstAnswerAlthoughTheReportHasMovedOn() {
        // Given
        String tag = Revising.tag(As.SENSOR_A, report.id());
        String key = UUID.randomUUID().toString();
        ObjectNode body = corrected();
        Response first = revise(As.SENSOR_A, tag, key, body);
        Revising.now(As.OPERATOR_A, report, corrected());

        // When
        Response again = revise(As.SENSOR_A, tag, key, body);

        // Then
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(revisions(report)).isEqualTo(3);
    }

    @Test
    void aKeyThatWasUsedForSomethingElseIsRefused() {
        // Given
        String key = UUID.randomUUID().toString();
        ObjectNode body = corrected();
        As.SENSOR_A.sends(body).header("Idempotency-Key", key).post("/api/v1/reports");

        // When
        Response sameBody = revise(As.SENSOR_A, "*", key, body);
        revise(As.SENSOR_A, "*", key + 1, body);
        Response asNew = As.SENSOR_A.sends(body).header("Idempotency-Key", key + 1).post("/api/v1/reports");
        Response otherBody = revise(As.SENSOR_A, "*", key + 1, corrected());

        // Then
        assertThat(List.of(sameBody, asNew, otherBody)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.<String>path("type")).isEqualTo("urn:tocsin:problem:idempotency-key-reused");
        });
        assertThat(revisions(report)).isEqualTo(2);
    }

    @Test
    void ofTwinsOneIsMadeAndBothGetItsAnswer() {
        // Given
        String tag = Revising.tag(As.SENSOR_A, report.id());
        String key = UUID.randomUUID().toString();
        ObjectNode body = corrected();
        Supplier<Response> send = () -> revise(As.SENSOR_A, tag, key, body);

        // When
        List<Response> answers = Together.all(Collections.nCopies(4, send));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers).extracting(Response::asString).containsOnly(answers.get(0).asString());
        assertThat(revisions(report)).isEqualTo(2);
    }

    @Test
    void ofTwoThatSawTheSameOneIsToldOfTheOther() {
        // Given
        String tag = Revising.tag(As.SENSOR_A, report.id());

        // When
        List<Response> answers = Together.all(List.of(
                () -> revise(As.SENSOR_A, tag, "a" + UUID.randomUUID(), corrected()),
                () -> revise(As.OPERATOR_A, tag, "b" + UUID.randomUUID(), corrected())));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 412);
        assertThat(revisions(report)).isEqualTo(2);
    }

    @Test
    void theVerySameAgainIsNoRevision() {
        // When
        Response answer = Revising.now(As.SENSOR_A, report, draft);

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.<String>path("type")).isEqualTo("urn:tocsin:problem:nothing-new");
        assertThat(revisions(report)).isEqualTo(1);
    }

    @Test
    void everyFaultIsToldAtOnce() {
        // When
        Response answer = Revising.now(As.SENSOR_A, report, draft.deepCopy().put("severity", "bad").put("titel", "x"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().<String>getList("faults.pointer")).containsExactlyInAnyOrder("/severity", "/titel");
    }

    @Test
    void aStageDoesNotGoBack() {
        // Given
        ObjectNode notification = corrected().put("stage", "notification").put("severity", "high");
        notification.putObject("impact").put("description", "Nobody knows the time");
        Response forward = Revising.now(As.SENSOR_A, report, notification);

        // When
        Response back = Revising.now(As.SENSOR_A, report, corrected());

        // Then
        assertThat(forward.statusCode()).as(forward.asString()).isEqualTo(201);
        assertThat(back.statusCode()).isEqualTo(422);
        assertThat(back.<String>path("faults[0].pointer")).isEqualTo("/stage");
        assertThat(back.<String>path("faults[0].code")).isEqualTo("stage-goes-back");
        assertThat(revisions(report)).isEqualTo(2);
    }

    @Test
    void itsOwnExternalRefStaysAndAnotherReportsIsRefused() {
        // Given
        String own = "own-" + UUID.randomUUID();
        String other = "other-" + UUID.randomUUID();
        report = FiledReport.by(As.SENSOR_A, draft.put("externalRef", own));
        FiledReport another = FiledReport.by(As.SENSOR_A, Drafts.earlyWarning().put("externalRef", other));

        // When
        Response same = Revising.now(As.SENSOR_A, report, corrected());
        Response clash = Revising.now(As.SENSOR_A, report, corrected().put("externalRef", other));

        // Then
        assertThat(same.statusCode()).as(same.asString()).isEqualTo(201);
        assertThat(clash.statusCode()).isEqualTo(409);
        assertThat(clash.<String>path("report")).isEqualTo(another.url());
        assertThat(revisions(report)).isEqualTo(2);
    }

    @Test
    void anExternalRefThatARevisionBringsIsTaken() {
        // Given
        String reference = "late-" + UUID.randomUUID();
        Revising.now(As.SENSOR_A, report, corrected().put("externalRef", reference));

        // When
        Response answer = As.SENSOR_A.sends(Drafts.earlyWarning().put("externalRef", reference)).post("/api/v1/reports");

        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.<String>path("report")).isEqualTo(report.url());
    }

    @Test
    void aReleasedReportComesBackIntoTheQueue() {
        // Given
        As.LIAISON_1.sends("{\"version\": 1}").post("/api/v1/triage/" + report.id() + "/claim");
        As.LIAISON_1.sends("{\"version\": 2}").post("/api/v1/triage/" + report.id() + "/release");

        // When
        Response answer = Revising.with(As.SENSOR_A, "*", corrected()).post(report.url() + "/revisions");

        // Then
        assertThat(answer.<String>path("state")).isEqualTo("received");
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/audit").jsonPath().getList("type")).contains("report.revised");
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR_A", "SENSOR_A", "LIAISON_1", "AUDITOR"})
    void aRevisionIsReadByItsNumber(As reader) {
        // When
        Response answer = reader.asks().get("/api/v1/reports/" + report.reference() + "/revisions/1");

        // Then
        assertThat(answer.<Integer>path("number")).isEqualTo(1);
        assertThat(answer.<String>path("submission.title")).isEqualTo(draft.path("title").asText());
    }

    @Test
    void aRevisionThatIsNoneIsNotThere() {
        for (String number : List.of("2", "0", "-1", "x", "99999999999", "01")) {
            assertThat(As.SENSOR_A.asks().get(report.url() + "/revisions/" + number).statusCode()).as(number).isEqualTo(404);
            assertThat(As.SENSOR_A.asks().get(report.url() + "/revisions/1/diff/" + number).statusCode()).as(number).isEqualTo(404);
        }
        assertThat(As.OPERATOR_B.asks().get(report.url() + "/revisions/1").statusCode()).isEqualTo(404);
        assertThat(As.OPERATOR_B.asks().get(report.url() + "/revisions/1/diff/1").statusCode()).isEqualTo(404);
    }

    @Test
    void whatChangedIsToldForMachinesAndForPeople() {
        // Given
        ObjectNode more = corrected().put("severity", "critical");
        more.withArray("assets").addObject().put("hostname", "ntp1.time.example");
        Revising.now(As.SENSOR_A, report, more);

        // When
        Response forth = As.SENSOR_A.asks().get(report.url() + "/revisions/1/diff/2");
        Response back = As.SENSOR_A.asks().get(report.url() + "/revisions/2/diff/1");

        // Then
        assertThat(forth.jsonPath().<String>getList("patch.path")).containsExactlyInAnyOrder("/assets", "/severity", "/title");
        assertThat(forth.jsonPath().<String>getList("changes.sentence")).contains(
                "How bad it is is new: “Critical”.",
                "What it happened to, ntp1.time.example is new: “Name in the DNS: ntp1.time.example”.");
        assertThat(back.jsonPath().<String>getList("patch.op")).containsExactlyInAnyOrder("remove", "remove", "replace");
        assertThat(As.SENSOR_A.asks().get(report.url() + "/revisions/2/diff/2").jsonPath().getList("patch")).isEmpty();
    }
}
