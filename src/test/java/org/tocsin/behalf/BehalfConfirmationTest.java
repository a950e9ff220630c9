package org.tocsin.behalf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.Together;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.report.FiledReport;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class BehalfConfirmationTest {

    private static final String RIGHT = "{\"right\": true}";
    private static final String CONTESTED = "{\"right\": false, \"reason\": \"Nobody of ours called.\"}";

    @Inject
    BehalfDesk desk;

    private FiledReport report;

    @BeforeEach
    void take() {
        report = Telephone.taken(TestOrganisation.A.id());
    }

    private JsonPath mark(As reader) {
        return reader.asks().get(report.url()).jsonPath().setRootPath("filedOnBehalf");
    }

    @Test
    void theOperatorSaysThatItIsRight() {
        // When
        Response answer = Telephone.confirm(As.OPERATOR_A, report, RIGHT);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<String>path("confirmation")).isEqualTo("confirmed");
        assertThat(mark(As.LIAISON_1).getString("confirmedAt")).isEqualTo(answer.path("confirmedAt")).isNotNull();
        assertThat(As.OPERATOR_A.asks().get(report.url()).<Integer>path("version")).isEqualTo(2);
        assertThat(As.OPERATOR_A.asks().get(report.url() + "/audit").jsonPath().<String>getList("type")).contains("report.behalf-confirmed");
    }

    @Test
    void whoContestsItSaysWhyAndTheLiaisonReadsIt() {
        // When
        Response answer = Telephone.confirm(As.OPERATOR_A, report, CONTESTED);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(mark(As.LIAISON_1).getString("confirmation")).isEqualTo("contested");
        assertThat(mark(As.LIAISON_1).getString("reason")).isEqualTo("Nobody of ours called.");
        assertThat(mark(As.LIAISON_1).getString("contestedAt")).isNotNull();
        assertThat(As.LIAISON_1.asks().get(report.url() + "/audit").jsonPath().<String>getList("type")).contains("report.behalf-contested");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "{\"right\": false}; /reason; missing", "{}; /right; missing", "{\"right\": \"yes\"}; /right; wrong-type",
        "{\"right\": false, \"reason\": \" \"}; /reason; wrong-form"})
    void whatIsNoAnswerIsRefused(String body, String pointer, String code) {
        // When
        Response answer = Telephone.confirm(As.OPERATOR_A, report, body);

        // Then
        Telephone.isProblem(answer, 422, "invalid");
        assertThat(answer.jsonPath().<String>getList("faults.pointer")).containsExactly(pointer);
        assertThat(answer.jsonPath().<String>getList("faults.code")).containsExactly(code);
        assertThat(mark(As.OPERATOR_A).getString("confirmation")).isEqualTo("unconfirmed");
    }

    @Test
    void itIsSaidOnce() {
        // Given
        Telephone.confirm(As.OPERATOR_A, report, CONTESTED);

        // When
        Response again = Telephone.confirm(As.OPERATOR_A, report, RIGHT);

        // Then
        Telephone.isProblem(again, 409, "already-confirmed");
        assertThat(again.<String>path("filedOnBehalf.reason")).isEqualTo("Nobody of ours called.");
        assertThat(mark(As.OPERATOR_A).getString("confirmation")).isEqualTo("contested");
    }

    @Test
    void ofTwoWhoSayItAtOnceOneIsHeard() {
        // When
        List<Response> answers = Together.all(List.of(
                () -> Telephone.confirm(As.OPERATOR_A, report, RIGHT),
                () -> Telephone.confirm(As.OPERATOR_A, report, CONTESTED)));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
        Response heard = answers.get(answers.get(0).statusCode() == 200 ? 0 : 1);
        assertThat(mark(As.LIAISON_1).getString("confirmation")).isEqualTo(heard.path("confirmation"));
    }

    @Test
    void anotherOrganisationFindsNone() {
        // When
        Response others = Telephone.confirm(As.OPERATOR_B, report, RIGHT);
        Response unknown = As.OPERATOR_B.sends(RIGHT).post("/api/v1/reports/" + UUID.randomUUID() + "/behalf/confirmation");

        // Then
        Telephone.isProblem(others, 404, "not-found");
        assertThat(others.asByteArray()).isEqualTo(unknown.asByteArray());
        assertThat(As.OPERATOR_B.asks().get(report.url() + "/behalf").statusCode()).isEqualTo(404);
    }

    @Test
    void aMachineDoesNotSayIt() {
        // Given
        Caller machine = Caller.machine("gateway", TestOrganisation.A.id(), Set.of(Role.OPERATOR));

        // When
        Problem refused = catchThrowableOfType(Problem.class, () -> desk.confirm(machine, report.id(), new ConfirmationAct(true, null)));

        // Then
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.document()).containsEntry("type", "urn:tocsin:problem:not-a-person");
        assertThat(Telephone.confirm(As.SENSOR_A, report, RIGHT).statusCode()).isEqualTo(403);
        assertThat(Telephone.confirm(As.LIAISON_1, report, RIGHT).statusCode()).isEqualTo(403);
        assertThat(mark(As.OPERATOR_A).getString("confirmation")).isEqualTo("unconfirmed");
    }

    @Test
    void aReportThatTheOperatorFiledItselfNeedsNoConfirmation() {
        // Given
        FiledReport own = FiledReport.by(As.OPERATOR_A);

        // When
        Response confirmed = Telephone.confirm(As.OPERATOR_A, own, RIGHT);
        Response calledBack = As.LIAISON_1.sends(Telephone.back()).post(own.url() + "/behalf/call-back");

        // Then
        Telephone.isProblem(confirmed, 409, "not-on-behalf");
        Telephone.isProblem(calledBack, 409, "not-on-behalf");
        assertThat(As.OPERATOR_A.asks().get(own.url() + "/behalf").statusCode()).isEqualTo(404);
    }

    @Test
    void theOperatorListsWhatWaitsForItsWord() {
        // Given
        FiledReport another = Telephone.taken(TestOrganisation.A.id());
        FiledReport others = Telephone.taken(TestOrganisation.B.id());
        Telephone.confirm(As.OPERATOR_A, another, RIGHT);

        // When
        List<String> waiting = all(As.OPERATOR_A, "confirmation=unconfirmed&limit=2");
        List<String> confirmed = all(As.OPERATOR_A, "confirmation=confirmed&limit=2");
        List<String> everyones = all(As.LIAISON_1, "limit=3");

        // Then
        assertThat(waiting).doesNotHaveDuplicates().contains(report.id()).doesNotContain(another.id(), others.id());
        assertThat(confirmed).contains(another.id()).doesNotContain(report.id());
        assertThat(everyones).containsSubsequence(report.id(), another.id(), others.id());
    }

    private static List<String> all(As reader, String query) {
        List<String> ids = new ArrayList<>();
        for (String next = "/api/v1/behalf?" + query; next != null;) {
            Response page = reader.asks().get(next);
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            ids.addAll(page.jsonPath().getList("items.id"));
            next = page.path("next");
            assertThat(page.header("Link")).isEqualTo(next == null ? null : "<" + next + ">; rel=\"next\"");
        }
        return ids;
    }

    @ParameterizedTest
    @CsvSource({"confirmation=maybe, bad-parameter", "limit=0, bad-parameter", "after=x, bad-page"})
    void aQueryThatCannotBeIsRefused(String query, String kind) {
        Telephone.isProblem(As.OPERATOR_A.asks().get("/api/v1/behalf?" + query), 400, kind);
    }
}
