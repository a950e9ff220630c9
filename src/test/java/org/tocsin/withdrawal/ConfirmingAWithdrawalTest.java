package org.tocsin.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.withdrawal.WithdrawalSteps.CALL;
import static org.tocsin.withdrawal.WithdrawalSteps.queue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.TestPeople;
import org.tocsin.report.FiledReport;

/** One account cannot silence a report: another person confirms, or a call back does. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ConfirmingAWithdrawalTest {

    private FiledReport report;
    private WithdrawalSteps withdrawal;

    @BeforeEach
    void file() {
        report = FiledReport.by(As.OPERATOR_A);
        withdrawal = new WithdrawalSteps(report);
    }

    @Test
    void aColleagueConfirms() {
        // Given
        withdrawal.ask(As.OPERATOR_A);

        // When
        Response confirmed = withdrawal.confirmed();

        // Then
        assertThat(confirmed.statusCode()).as(confirmed.asString()).isEqualTo(200);
        assertThat(confirmed.<String>path("state")).isEqualTo("confirmed");
        assertThat(confirmed.<String>path("decidedBy")).isEqualTo(withdrawal.colleague().name());
        assertThat(withdrawal.reportsState()).isEqualTo("withdrawn");
        assertThat(queue()).doesNotContain(report.id());
        var audit = As.OPERATOR_A.asks().get(report.url() + "/audit").jsonPath();
        assertThat(audit.getList("type")).containsSubsequence("report.received", "report.withdrawal-asked", "report.withdrawn");
        assertThat(audit.getString("find { it.type == 'report.withdrawn' }.actor")).isEqualTo(withdrawal.colleague().name());
        assertThat(audit.getString("find { it.type == 'report.withdrawn' }.detail.askedBy")).isEqualTo(As.OPERATOR_A.user());
    }

    @Test
    void whoAskedCannotConfirm() {
        // Given
        withdrawal.ask(As.OPERATOR_A);

        // When
        Response answer = withdrawal.confirm(As.OPERATOR_A.sends("{\"number\": 1}"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.<String>path("type")).isEqualTo("urn:tocsin:problem:another-must-confirm");
        assertThat(withdrawal.reportsState()).isEqualTo("withdrawal-asked");
    }

    @Test
    void aMachineCannotConfirmEvenWithAPersonsRole() {
        // Given
        withdrawal.ask(As.OPERATOR_A);
        TestPeople.Account machine = TestPeople.machine(TestOrganisation.A.id(), "operator");

        // When
        Response answer = withdrawal.confirm(machine.sends("{\"number\": 1}"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.<String>path("type")).isEqualTo("urn:tocsin:problem:not-a-person");
        assertThat(withdrawal.reportsState()).isEqualTo("withdrawal-asked");
    }

    @Test
    void aLiaisonConfirmsByCallingBackAndTheOperatorReadsTheRoleAlone() {
        // Given
        withdrawal.ask(As.OPERATOR_A);

        // When
        Response answer = As.LIAISON_1.sends(CALL).post(report.url() + "/withdrawal/call-back");

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<String>path("decidedBy")).isEqualTo(As.LIAISON_1.user());
        assertThat(withdrawal.reportsState()).isEqualTo("withdrawn");
        Response operators = As.OPERATOR_A.asks().get(report.url() + "/withdrawal");
        assertThat(operators.<String>path("callBack.answeredBy")).isEqualTo("R. Keeper");
        assertThat(operators.<String>path("callBack.called")).isEqualTo("+44 20 7946 0123");
        assertThat(operators.asString()).doesNotContain("liaison-1");
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/audit").asString()).contains("report.withdrawn").doesNotContain("liaison-1");
        assertThat(As.LIAISON_2.asks().get(report.url() + "/audit").asString()).contains(As.LIAISON_1.user(), "R. Keeper");
    }

    @Test
    void aCallIsRecordedWholeOrNotAtAll() {
        // Given
        withdrawal.ask(As.OPERATOR_A);

        // When
        Response answer = As.LIAISON_1.sends("{\"number\": 1, \"called\": \"the usual\"}").post(report.url() + "/withdrawal/call-back");

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().<String>getList("faults.pointer")).containsExactlyInAnyOrder("/called", "/answeredBy", "/calledAt");
        assertThat(withdrawal.reportsState()).isEqualTo("withdrawal-asked");
    }

    @Test
    void whileTheOrganisationIsCompromisedOnlyACallBackConfirms() {
        // Given
        String compromise = "/api/v1/organisations/" + TestOrganisation.A.id() + "/compromise";
        withdrawal.ask(As.OPERATOR_A);
        As.LIAISON_1.sends("{\"means\": [\"sign-in\"], \"reason\": \"Two accounts were taken over.\"}").put(compromise)
                .then().statusCode(200);
        try {
            // When
            Response byColleague = withdrawal.confirmed();
            Response byCall = withdrawal.end(As.LIAISON_1.sends(CALL), "call-back");

            // Then
            assertThat(byColleague.statusCode()).as(byColleague.asString()).isEqualTo(409);
            assertThat(byColleague.<String>path("type")).isEqualTo("urn:tocsin:problem:held-for-call-back");
            assertThat(byCall.statusCode()).as(byCall.asString()).isEqualTo(200);
            assertThat(withdrawal.reportsState()).isEqualTo("withdrawn");
        } finally {
            As.LIAISON_1.asks().queryParam("calledBack", "after the test").delete(compromise).then().statusCode(200);
        }
    }
}
