package org.tocsin.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.withdrawal.WithdrawalSteps.because;
import static org.tocsin.withdrawal.WithdrawalSteps.queue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;
import org.tocsin.report.Revising;

/** Asking withdraws nothing yet; who may ask, and who may read that somebody did. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AskingToWithdrawTest {

    private FiledReport report;
    private WithdrawalSteps withdrawal;

    @BeforeEach
    void file() {
        report = FiledReport.by(As.OPERATOR_A);
        withdrawal = new WithdrawalSteps(report);
    }

    private Response triage(String act) {
        int version = As.LIAISON_1.asks().get(report.url()).path("version");
        return As.LIAISON_1.sends("{\"version\": %d}".formatted(version)).post("/api/v1/triage/" + report.id() + "/" + act);
    }

    @Test
    void askingWithdrawsNothing() {
        // When
        Response asked = withdrawal.ask(As.OPERATOR_A);

        // Then
        assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(201);
        assertThat(asked.header("Location")).endsWith(report.url() + "/withdrawal");
        assertThat(asked.<String>path("state")).isEqualTo("asked");
        assertThat(asked.<Integer>path("number")).isEqualTo(1);
        assertThat(withdrawal.reportsState()).isEqualTo("withdrawal-asked");
        assertThat(queue()).contains(report.id());
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/withdrawal").<String>path("reason")).isEqualTo("It was an exercise");
    }

    @Test
    void whileItIsAskedForTheReportIsDealtWithAsAnyOther() {
        // Given
        withdrawal.ask(As.OPERATOR_A);

        // When
        Response claimed = triage("claim");
        Response revised = Revising.now(As.SENSOR_A, report.id(), Drafts.earlyWarning());
        Response released = triage("release");

        // Then
        assertThat(List.of(claimed, released)).extracting(Response::statusCode).containsOnly(200);
        assertThat(revised.statusCode()).as(revised.asString()).isEqualTo(201);
        assertThat(withdrawal.reportsState()).isEqualTo("withdrawal-asked");
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/deliveries").jsonPath().getList("revision")).containsExactly(2);
    }

    @Test
    void anotherOrganisationFindsNothingToAskConfirmOrTakeBack() {
        // Given
        withdrawal.ask(As.OPERATOR_A);

        // When
        List<Response> answers = List.of(withdrawal.ask(As.OPERATOR_B), withdrawal.confirm(As.OPERATOR_B.sends("{\"number\": 1}")),
                withdrawal.end(As.OPERATOR_B.sends(because(1, "x")), "cancel"), As.OPERATOR_B.asks().get(report.url() + "/withdrawal"));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(404);
        assertThat(withdrawal.reportsState()).isEqualTo("withdrawal-asked");
    }

    @ParameterizedTest
    @CsvSource({"SENSOR_A, ''", "LIAISON_1, ''", "AUDITOR, ''", "SENSOR_A, /confirm", "LIAISON_1, /confirm", "LIAISON_1, /cancel",
        "OPERATOR_A, /call-back", "OPERATOR_A, /refuse", "AUDITOR, /refuse", "ADMIN, /call-back"})
    void whoeverHasNotTheRoleIsRefused(As who, String step) {
        assertThat(who.sends("{}").post(report.url() + "/withdrawal" + step).statusCode()).isEqualTo(403);
    }

    @Test
    void itIsAskedForOnceAtATimeAndTheOneThatIsOpenIsTold() {
        // Given
        withdrawal.ask(As.OPERATOR_A);

        // When
        Response again = withdrawal.ask(As.OPERATOR_A);

        // Then
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.<String>path("type")).isEqualTo("urn:tocsin:problem:not-in-this-state");
        assertThat(again.<Integer>path("withdrawal.number")).isEqualTo(1);
        assertThat(again.<List<Map<String, String>>>path("possible")).extracting(each -> each.get("act"))
                .contains("confirm-withdrawal", "end-withdrawal");
    }

    @Test
    void whatNobodyAskedForIsNotThere() {
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/withdrawal").statusCode()).isEqualTo(404);
        assertThat(withdrawal.confirmed().statusCode()).isEqualTo(409);
    }

    @Test
    void ofTwoWhoAskAtOnceOneIsToldOfTheOther() {
        // When
        List<Response> answers = Together.all(List.of(() -> withdrawal.ask(As.OPERATOR_A), () -> withdrawal.ask(As.OPERATOR_A)));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
    }

    @ParameterizedTest
    @EnumSource(names = {"SENSOR_A", "LIAISON_1", "AUDITOR"})
    void whoMayReadTheReportMayReadIt(As reader) {
        // Given
        withdrawal.ask(As.OPERATOR_A);

        // Then
        assertThat(reader.asks().get(report.url() + "/withdrawal").statusCode()).isEqualTo(200);
    }
}
