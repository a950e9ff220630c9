package org.tocsin.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestPeople;
import org.tocsin.local.Together;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;
import org.tocsin.report.Revising;

/** One account cannot silence a report. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WithdrawalTest {

    private static final String CALL = """
            {"number": 1, "called": "+44 20 7946 0123", "answeredBy": "R. Keeper", "calledAt": "2026-11-23T03:40:00Z"}""";

    private static TestPeople.Account colleague;

    private FiledReport report;

    @BeforeEach
    void file() {
        report = FiledReport.by(As.OPERATOR_A);
        if (colleague == null) {
            colleague = TestPeople.person("org-a", "operator");
        }
    }

    private Response ask(As who) {
        return who.sends("{\"reason\": \"It was an exercise\"}").post(report.url() + "/withdrawal");
    }

    private Response confirm(RequestSpecification who) {
        return who.post(report.url() + "/withdrawal/confirm");
    }

    private Response confirmed() {
        return confirm(colleague.sends("{\"number\": 1}"));
    }

    private Response end(RequestSpecification who, String act) {
        return who.post(report.url() + "/withdrawal/" + act);
    }

    private static String because(int number, String reason) {
        return "{\"number\": %d, \"reason\": \"%s\"}".formatted(number, reason);
    }

    private String state() {
        return As.LIAISON_1.asks().get(report.url()).path("state");
    }

    private static List<String> queue() {
        return Rows.column("select id from report where state in ('received', 'in-triage', 'awaiting-operator', 'reopened', 'withdrawal-asked')");
    }

    private Response triage(String act) {
        int version = As.LIAISON_1.asks().get(report.url()).path("version");
        return As.LIAISON_1.sends("{\"version\": %d}".formatted(version)).post("/api/v1/triage/" + report.id() + "/" + act);
    }

    @Test
    void askingWithdrawsNothing() {
        // When
        Response asked = ask(As.OPERATOR_A);

        // Then
        assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(201);
        assertThat(asked.header("Location")).endsWith(report.url() + "/withdrawal");
        assertThat(asked.<String>path("state")).isEqualTo("asked");
        assertThat(asked.<Integer>path("number")).isEqualTo(1);
        assertThat(state()).isEqualTo("withdrawal-asked");
        assertThat(queue()).contains(report.id());
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/withdrawal").<String>path("reason")).isEqualTo("It was an exercise");
    }

    @Test
    void whileItIsAskedForTheReportIsDealtWithAsAnyOther() {
        // Given
        ask(As.OPERATOR_A);

        // When
        Response claimed = triage("claim");
        Response revised = Revising.now(As.SENSOR_A, report.id(), Drafts.earlyWarning());
        Response released = triage("release");

        // Then
        assertThat(List.of(claimed, released)).extracting(Response::statusCode).containsOnly(200);
        assertThat(revised.statusCode()).as(revised.asString()).isEqualTo(201);
        assertThat(state()).isEqualTo("withdrawal-asked");
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/deliveries").jsonPath().getList("revision")).containsExactly(2);
    }

    @Test
    void aColleagueConfirms() {
        // Given
        ask(As.OPERATOR_A);

        // When
        Response confirmed = confirmed();

        // Then
        assertThat(confirmed.statusCode()).as(confirmed.asString()).isEqualTo(200);
        assertThat(confirmed.<String>path("state")).isEqualTo("confirmed");
        assertThat(confirmed.<String>path("decidedBy")).isEqualTo(colleague.name());
        assertThat(state()).isEqualTo("withdrawn");
        assertThat(queue()).doesNotContain(report.id());
        var audit = As.OPERATOR_A.asks().get(report.url() + "/audit").jsonPath();
        assertThat(audit.getList("type")).containsSubsequence("report.received", "report.withdrawal-asked", "report.withdrawn");
        assertThat(audit.getString("find { it.type == 'report.withdrawn' }.actor")).isEqualTo(colleague.name());
        assertThat(audit.getString("find { it.type == 'report.withdrawn' }.detail.askedBy")).isEqualTo("operator-a");
    }

    @Test
    void whoAskedCannotConfirm() {
        // Given
        ask(As.OPERATOR_A);

        // When
        Response answer = confirm(As.OPERATOR_A.sends("{\"number\": 1}"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.<String>path("type")).isEqualTo("urn:tocsin:problem:another-must-confirm");
        assertThat(state()).isEqualTo("withdrawal-asked");
    }

    @Test
    void aMachineCannotConfirmEvenWithAPersonsRole() {
        // Given
        ask(As.OPERATOR_A);
        TestPeople.Account machine = TestPeople.machine("org-a", "operator");

        // When
        Response answer = confirm(machine.sends("{\"number\": 1}"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.<String>path("type")).isEqualTo("urn:tocsin:problem:not-a-person");
        assertThat(state()).isEqualTo("withdrawal-asked");
    }

    @Test
    void anotherOrganisationFindsNothingToAskConfirmOrTakeBack() {
        // Given
        ask(As.OPERATOR_A);

        // When
        List<Response> answers = List.of(ask(As.OPERATOR_B), confirm(As.OPERATOR_B.sends("{\"number\": 1}")),
                end(As.OPERATOR_B.sends(because(1, "x")), "cancel"), As.OPERATOR_B.asks().get(report.url() + "/withdrawal"));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(404);
        assertThat(state()).isEqualTo("withdrawal-asked");
    }

    @ParameterizedTest
    @CsvSource({"SENSOR_A, ''", "LIAISON_1, ''", "AUDITOR, ''", "SENSOR_A, /confirm", "LIAISON_1, /confirm", "LIAISON_1, /cancel",
        "OPERATOR_A, /call-back", "OPERATOR_A, /refuse", "AUDITOR, /refuse", "ADMIN, /call-back"})
    void whoeverHasNotTheRoleIsRefused(As who, String step) {
        assertThat(who.sends("{}").post(report.url() + "/withdrawal" + step).statusCode()).isEqualTo(403);
    }

    @Test
    void aLiaisonConfirmsByCallingBackAndTheOperatorReadsTheRoleAlone() {
        // Given
        ask(As.OPERATOR_A);

        // When
        Response answer = As.LIAISON_1.sends(CALL).post(report.url() + "/withdrawal/call-back");

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<String>path("decidedBy")).isEqualTo("liaison-1");
        assertThat(state()).isEqualTo("withdrawn");
        Response operators = As.OPERATOR_A.asks().get(report.url() + "/withdrawal");
        assertThat(operators.<String>path("callBack.answeredBy")).isEqualTo("R. Keeper");
        assertThat(operators.<String>path("callBack.called")).isEqualTo("+44 20 7946 0123");
        assertThat(operators.asString()).doesNotContain("liaison-1");
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/audit").asString()).contains("report.withdrawn").doesNotContain("liaison-1");
        assertThat(As.LIAISON_2.asks().get(report.url() + "/audit").asString()).contains("liaison-1", "R. Keeper");
    }

    @Test
    void aCallIsRecordedWholeOrNotAtAll() {
        // Given
        ask(As.OPERATOR_A);

        // When
        Response answer = As.LIAISON_1.sends("{\"number\": 1, \"called\": \"the usual\"}").post(report.url() + "/withdrawal/call-back");

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().<String>getList("faults.pointer")).containsExactlyInAnyOrder("/called", "/answeredBy", "/calledAt");
        assertThat(state()).isEqualTo("withdrawal-asked");
    }

    @ParameterizedTest
    @CsvSource({"refuse, refused", "cancel, cancelled"})
    void whenItIsEndedTheReportStandsAsIfNobodyHadAsked(String act, String word) {
        // Given
        ask(As.OPERATOR_A);

        // When
        Response answer = end((act.equals("refuse") ? As.LIAISON_1 : As.OPERATOR_A).sends(because(1, "Nobody there asked")), act);

        // Then
        assertThat(answer.<String>path("state")).isEqualTo(word);
        assertThat(answer.<String>path("decision")).isEqualTo("Nobody there asked");
        assertThat(state()).isEqualTo("received");
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/audit").jsonPath().getList("type")).contains("report.withdrawal-" + word);
    }

    @Test
    void anyoneOfTheOrganisationCanTakeItBack() {
        // Given
        ask(As.OPERATOR_A);

        // Then
        assertThat(end(colleague.sends(because(1, "Not us")), "cancel").statusCode()).isEqualTo(200);
    }

    @Test
    void itIsAskedForOnceAtATimeAndTheOneThatIsOpenIsTold() {
        // Given
        ask(As.OPERATOR_A);

        // When
        Response again = ask(As.OPERATOR_A);

        // Then
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.<String>path("type")).isEqualTo("urn:tocsin:problem:not-in-this-state");
        assertThat(again.<Integer>path("withdrawal.number")).isEqualTo(1);
        assertThat(again.<List<Map<String, String>>>path("possible")).extracting(each -> each.get("act"))
                .contains("confirm-withdrawal", "end-withdrawal");
    }

    @Test
    void aDecisionNamesTheOneThatItIsAbout() {
        // Given
        ask(As.OPERATOR_A);
        end(As.OPERATOR_A.sends(because(1, "First")), "cancel");
        ask(As.OPERATOR_A);

        // When
        Response answer = confirmed();

        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.<String>path("type")).isEqualTo("urn:tocsin:problem:another-withdrawal");
        assertThat(answer.<Integer>path("withdrawal.number")).isEqualTo(2);
    }

    @Test
    void whatIsDecidedIsNotDecidedAgain() {
        // Given
        ask(As.OPERATOR_A);
        confirmed();

        // When
        List<Response> answers = List.of(confirmed(), end(As.LIAISON_1.sends(because(1, "x")), "refuse"),
                end(As.OPERATOR_A.sends(because(1, "x")), "cancel"), As.LIAISON_1.sends(CALL).post(report.url() + "/withdrawal/call-back"),
                ask(As.OPERATOR_A), Revising.with(As.OPERATOR_A, "*", Drafts.earlyWarning()).post(report.url() + "/revisions"));

        // Then
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
            assertThat(answer.<String>path("state")).isEqualTo("withdrawn");
            assertThat(answer.<String>path("detail")).contains("Nothing is possible any more.");
        });
    }

    @Test
    void whatNobodyAskedForIsNotThere() {
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/withdrawal").statusCode()).isEqualTo(404);
        assertThat(confirmed().statusCode()).isEqualTo(409);
    }

    @Test
    void ofConfirmingAndTakingBackAtOnceOneCounts() {
        // Given
        ask(As.OPERATOR_A);

        // When
        List<Response> answers = Together.all(List.of(this::confirmed,
                () -> end(As.OPERATOR_A.sends(because(1, "No")), "cancel"),
                () -> end(As.LIAISON_1.sends(because(1, "No")), "refuse"),
                this::confirmed));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(Rows.number("select count(*) from timeline where report_id = ? and type in "
                + "('report.withdrawn', 'report.withdrawal-refused', 'report.withdrawal-cancelled')", UUID.fromString(report.id()))).isEqualTo(1);
    }

    @Test
    void ofTwoWhoAskAtOnceOneIsToldOfTheOther() {
        // When
        List<Response> answers = Together.all(List.of(() -> ask(As.OPERATOR_A), () -> ask(As.OPERATOR_A)));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
    }

    @ParameterizedTest
    @EnumSource(names = {"SENSOR_A", "LIAISON_1", "AUDITOR"})
    void whoMayReadTheReportMayReadIt(As reader) {
        // Given
        ask(As.OPERATOR_A);

        // Then
        assertThat(reader.asks().get(report.url() + "/withdrawal").statusCode()).isEqualTo(200);
    }

    @Test
    void whileTheOrganisationIsCompromisedOnlyACallBackConfirms() {
        // Given
        String compromise = "/api/v1/organisations/org-a/compromise";
        ask(As.OPERATOR_A);
        As.LIAISON_1.sends("{\"means\": [\"sign-in\"], \"reason\": \"Two accounts were taken over.\"}").put(compromise)
                .then().statusCode(200);
        try {
            // When
            Response byColleague = confirmed();
            Response byCall = end(As.LIAISON_1.sends(CALL), "call-back");

            // Then
            assertThat(byColleague.statusCode()).as(byColleague.asString()).isEqualTo(409);
            assertThat(byColleague.<String>path("type")).isEqualTo("urn:tocsin:problem:held-for-call-back");
            assertThat(byCall.statusCode()).as(byCall.asString()).isEqualTo(200);
            assertThat(state()).isEqualTo("withdrawn");
        } finally {
            As.LIAISON_1.asks().queryParam("calledBack", "after the test").delete(compromise).then().statusCode(200);
        }
    }
}
