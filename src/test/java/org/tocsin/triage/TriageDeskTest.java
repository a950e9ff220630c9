package org.tocsin.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class TriageDeskTest {

    private FiledReport report;

    @BeforeEach
    void file() {
        report = FiledReport.by(As.OPERATOR_A, Drafts.ofSeverity("medium"));
    }

    private static void isConflict(Response answer, String kind) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:" + kind);
    }

    @Test
    void whoClaimsAReportHoldsIt() {
        // When
        Response claimed = Desk.act(As.LIAISON_1, report, "claim", 1);

        // Then
        assertThat(claimed.statusCode()).isEqualTo(200);
        assertThat(claimed.<String>path("holder")).isEqualTo(As.LIAISON_1.user());
        assertThat(claimed.<String>path("state")).isEqualTo("in-triage");
        assertThat(claimed.<Integer>path("version")).isEqualTo(2);
        assertThat(Instant.parse(claimed.path("holderSince"))).isBefore(Instant.now().plusSeconds(1));
    }

    @Test
    void claimingItAgainChangesNothing() {
        // Given
        Response first = Desk.act(As.LIAISON_1, report, "claim", 1);

        // When
        Response again = Desk.act(As.LIAISON_1, report, "claim", 1);

        // Then
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @ParameterizedTest
    @CsvSource({"1,stale-version", "2,held-by-another"})
    void whatAnotherHoldsCannotBeClaimedAndItSaysWhoAndSinceWhen(int version, String kind) {
        // Given
        Response claimed = Desk.act(As.LIAISON_1, report, "claim", 1);

        // When
        Response answer = Desk.act(As.LIAISON_2, report, "claim", version);

        // Then
        isConflict(answer, kind);
        assertThat(answer.jsonPath().getString("holder")).isEqualTo(As.LIAISON_1.user());
        assertThat(answer.jsonPath().getString("holderSince")).isEqualTo(claimed.path("holderSince"));
        assertThat(answer.jsonPath().getInt("version")).isEqualTo(2);
        assertThat(answer.jsonPath().getString("detail")).contains(As.LIAISON_1.user());
    }

    @Test
    void ofTwoWhoClaimAtOnceOneHoldsIt() {
        for (int round = 0; round < 5; round++) {
            // Given
            FiledReport contested = FiledReport.by(As.OPERATOR_A);

            // When
            List<Response> answers = Together.all(List.of(
                    () -> Desk.act(As.LIAISON_1, contested, "claim", 1),
                    () -> Desk.act(As.LIAISON_2, contested, "claim", 1)));

            // Then
            assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
            Response won = answers.get(answers.get(0).statusCode() == 200 ? 0 : 1);
            Response lost = answers.get(answers.get(0).statusCode() == 200 ? 1 : 0);
            assertThat(lost.jsonPath().getString("holder")).isEqualTo(won.path("holder"));
        }
    }

    @Test
    void whatIsPutBackCanBeClaimedByAnother() {
        // Given
        Desk.act(As.LIAISON_1, report, "claim", 1);
        Response unclaimed = Desk.act(As.LIAISON_1, report, "unclaim", 2);

        // When
        Response claimed = Desk.act(As.LIAISON_2, report, "claim", 3);

        // Then
        assertThat(unclaimed.jsonPath().getMap("$")).doesNotContainKey("holder");
        assertThat(claimed.<String>path("holder")).isEqualTo(As.LIAISON_2.user());
    }

    @ParameterizedTest
    @ValueSource(strings = {"unclaim", "release"})
    void whatNobodyHoldsMustBeClaimedFirst(String act) {
        // When
        Response answer = Desk.act(As.LIAISON_1, report, act, 1);

        // Then
        isConflict(answer, "not-claimed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unclaim", "release"})
    void whatAnotherHoldsIsNotYours(String act) {
        // Given
        Desk.act(As.LIAISON_1, report, "claim", 1);

        // When
        Response answer = Desk.act(As.LIAISON_2, report, act, 2);

        // Then
        isConflict(answer, "held-by-another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unclaim", "release"})
    void whatHasChangedMeanwhileMustBeLookedAtAgain(String act) {
        // Given
        Desk.act(As.LIAISON_1, report, "claim", 1);

        // When
        Response answer = Desk.act(As.LIAISON_1, report, act, 1);

        // Then
        isConflict(answer, "stale-version");
    }

    @Test
    void theLiaisonsSeverityStandsBesideTheOperators() {
        // When
        Response graded = Desk.grade(As.LIAISON_1, report, 1, "critical");

        // Then
        assertThat(graded.<String>path("severity")).isEqualTo("critical");
        Response seen = As.LIAISON_1.asks().get(report.url());
        assertThat(seen.jsonPath().getString("liaison.severity")).isEqualTo("critical");
        assertThat(seen.jsonPath().getString("latest.submission.severity")).isEqualTo("medium");
    }

    @Test
    void theLiaisonsSeverityOrdersTheQueue() {
        // Given
        FiledReport high = FiledReport.by(As.OPERATOR_A, Drafts.ofSeverity("high"));

        // When
        Desk.grade(As.LIAISON_1, report, 1, "critical");

        // Then
        List<String> queue = Desk.queue();
        assertThat(queue.indexOf(report.id())).isLessThan(queue.indexOf(high.id()));
    }

    @Test
    void anotherCannotGradeWhatOneHolds() {
        // Given
        Desk.act(As.LIAISON_1, report, "claim", 1);

        // When
        Response answer = Desk.grade(As.LIAISON_2, report, 2, "low");

        // Then
        isConflict(answer, "held-by-another");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "claim|{}|/version", "claim|{\"version\": 0}|/version", "claim|{\"version\": \"1\"}|/version",
        "claim|{\"version\": 1, \"verion\": 1}|/verion", "grade|{\"version\": 1, \"severity\": \"hihg\"}|/severity",
        "grade|{\"version\": 1}|/severity", "release|{\"version\": 1, \"destinations\": \"national-cert\"}|/destinations"})
    void anActOfTheWrongFormIsUnprocessable(String act, String body, String pointer) {
        // When
        Response answer = As.LIAISON_1.sends(body).post("/api/v1/triage/" + report.id() + "/" + act);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("faults.pointer")).containsExactly(pointer);
    }
}
