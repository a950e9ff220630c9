package org.tocsin.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.withdrawal.WithdrawalSteps.CALL;
import static org.tocsin.withdrawal.WithdrawalSteps.because;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;
import org.tocsin.report.Revising;

/** A withdrawal is decided once: confirmed, refused, or taken back. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class EndingAWithdrawalTest {

    private FiledReport report;
    private WithdrawalSteps withdrawal;

    @BeforeEach
    void file() {
        report = FiledReport.by(As.OPERATOR_A);
        withdrawal = new WithdrawalSteps(report);
    }

    @ParameterizedTest
    @CsvSource({"refuse, refused", "cancel, cancelled"})
    void whenItIsEndedTheReportStandsAsIfNobodyHadAsked(String act, String word) {
        // Given
        withdrawal.ask(As.OPERATOR_A);

        // When
        Response answer = withdrawal.end((act.equals("refuse") ? As.LIAISON_1 : As.OPERATOR_A).sends(because(1, "Nobody there asked")), act);

        // Then
        assertThat(answer.<String>path("state")).isEqualTo(word);
        assertThat(answer.<String>path("decision")).isEqualTo("Nobody there asked");
        assertThat(withdrawal.reportsState()).isEqualTo("received");
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/audit").jsonPath().getList("type")).contains("report.withdrawal-" + word);
    }

    @Test
    void anyoneOfTheOrganisationCanTakeItBack() {
        // Given
        withdrawal.ask(As.OPERATOR_A);

        // Then
        assertThat(withdrawal.end(withdrawal.colleague().sends(because(1, "Not us")), "cancel").statusCode()).isEqualTo(200);
    }

    @Test
    void aDecisionNamesTheOneThatItIsAbout() {
        // Given
        withdrawal.ask(As.OPERATOR_A);
        withdrawal.end(As.OPERATOR_A.sends(because(1, "First")), "cancel");
        withdrawal.ask(As.OPERATOR_A);

        // When
        Response answer = withdrawal.confirmed();

        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.<String>path("type")).isEqualTo("urn:tocsin:problem:another-withdrawal");
        assertThat(answer.<Integer>path("withdrawal.number")).isEqualTo(2);
    }

    @Test
    void whatIsDecidedIsNotDecidedAgain() {
        // Given
        withdrawal.ask(As.OPERATOR_A);
        withdrawal.confirmed();

        // When
        List<Response> answers = List.of(withdrawal.confirmed(), withdrawal.end(As.LIAISON_1.sends(because(1, "x")), "refuse"),
                withdrawal.end(As.OPERATOR_A.sends(because(1, "x")), "cancel"), As.LIAISON_1.sends(CALL).post(report.url() + "/withdrawal/call-back"),
                withdrawal.ask(As.OPERATOR_A), Revising.with(As.OPERATOR_A, "*", Drafts.earlyWarning()).post(report.url() + "/revisions"));

        // Then
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
            assertThat(answer.<String>path("state")).isEqualTo("withdrawn");
            assertThat(answer.<String>path("detail")).contains("Nothing is possible any more.");
        });
    }

    @Test
    void ofConfirmingAndTakingBackAtOnceOneCounts() {
        // Given
        withdrawal.ask(As.OPERATOR_A);

        // When
        List<Response> answers = Together.all(List.of(withdrawal::confirmed,
                () -> withdrawal.end(As.OPERATOR_A.sends(because(1, "No")), "cancel"),
                () -> withdrawal.end(As.LIAISON_1.sends(because(1, "No")), "refuse"),
                withdrawal::confirmed));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(Rows.number("select count(*) from timeline where report_id = ? and type in "
                + "('report.withdrawn', 'report.withdrawal-refused', 'report.withdrawal-cancelled')", UUID.fromString(report.id()))).isEqualTo(1);
    }
}
