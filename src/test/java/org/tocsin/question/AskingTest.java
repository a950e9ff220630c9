package org.tocsin.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AskingTest {

    private Inquiry inquiry;

    @BeforeEach
    void claim() {
        inquiry = Inquiry.about(As.OPERATOR_A);
    }

    @Test
    void aReportThatWasAskedAboutWaitsForTheOperator() {
        // When
        Response asked = inquiry.ask(As.LIAISON_1, Inquiry.free(2, "How bad is it?")
                .put("field", "/severity").put("answerBy", "2026-11-23T12:00:00+01:00").put("owed", false).put("note", "Two neighbours too"));

        // Then
        assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(201);
        assertThat(asked.header("Location")).endsWith("/api/v1/questions/" + asked.path("id"));
        assertThat(asked.<String>path("state")).isEqualTo("open");
        assertThat(asked.<String>path("report.state")).isEqualTo("awaiting-operator");
        assertThat(asked.<Integer>path("report.version")).isEqualTo(3);
        assertThat(asked.<String>path("liaison.note")).isEqualTo("Two neighbours too");
        Response read = As.SENSOR_A.asks().get("/api/v1/questions/" + asked.path("id"));
        assertThat(read.<String>path("text")).isEqualTo("How bad is it?");
        assertThat(read.<String>path("field")).isEqualTo("/severity");
        assertThat(Instant.parse(read.path("answerBy"))).isEqualTo("2026-11-23T11:00:00Z");
        assertThat(read.<Boolean>path("owed")).isFalse();
        assertThat(read.<String>path("askedBy")).isEqualTo("CERT liaison");
        assertThat(inquiry.state()).isEqualTo("awaiting-operator");
    }

    @Test
    void whatWaitsForTheOperatorGoesOnWaitingWhoeverClaimsIt() {
        // Given
        inquiry.asked("How bad is it?");
        String triage = "/api/v1/triage/" + inquiry.report.id();
        As.LIAISON_1.sends("{\"version\": %d}".formatted(inquiry.version())).post(triage + "/unclaim");

        // When
        Response claimed = As.LIAISON_2.sends("{\"version\": %d}".formatted(inquiry.version())).post(triage + "/claim");

        // Then
        assertThat(claimed.statusCode()).isEqualTo(200);
        assertThat(claimed.<String>path("state")).isEqualTo("awaiting-operator");
    }

    @Test
    void aQuestionOnWhatHasChangedIsRefused() {
        // When
        Response answer = inquiry.ask(As.LIAISON_1, Inquiry.free(1, "How bad is it?"));

        // Then
        Inquiry.isProblem(answer, 409, "stale-version");
        assertThat(inquiry.state()).isEqualTo("in-triage");
    }

    @Test
    void ofTwoQuestionsOnOneVersionOneIsAsked() {
        // When
        List<Response> answers = Together.all(List.of(
                () -> inquiry.ask(As.LIAISON_1, Inquiry.free(2, "First?")),
                () -> inquiry.ask(As.LIAISON_1, Inquiry.free(2, "Second?"))));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
        assertThat(As.LIAISON_1.asks().get(inquiry.report.url() + "/questions").jsonPath().getList("$")).hasSize(1);
    }

    @Test
    void whatAnotherHoldsOrNobodyIsNotAskedAbout() {
        // Given
        FiledReport nobodys = FiledReport.by(As.OPERATOR_A);

        // When
        Response another = inquiry.ask(As.LIAISON_2, Inquiry.free(2, "How bad is it?"));
        Response unclaimed = As.LIAISON_1.sends(Inquiry.free(1, "How bad is it?")).post(nobodys.url() + "/questions");

        // Then
        Inquiry.isProblem(another, 409, "held-by-another");
        Inquiry.isProblem(unclaimed, 409, "not-claimed");
    }

    @Test
    void aReportThatIsNotThereCannotBeAskedAbout() {
        Inquiry.isProblem(As.LIAISON_1.sends(Inquiry.free(1, "?")).post("/api/v1/reports/" + UUID.randomUUID() + "/questions"),
                404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "{}; /version,/text; missing",
        "{\"version\": 2, \"text\": \"?\", \"field\": \"severity\"}; /field; wrong-form",
        "{\"version\": 2, \"text\": \"?\", \"field\": \"\"}; /field; wrong-form",
        "{\"version\": 2, \"text\": \"?\", \"field\": \"/severty\"}; /field; no-such-place",
        "{\"version\": 2, \"text\": \"?\", \"field\": \"/assets/0/ip\"}; /field; no-such-place",
        "{\"version\": 2, \"text\": \" \"}; /text; wrong-form",
        "{\"version\": 2, \"text\": \"?\", \"answerBy\": \"tomorrow\"}; /answerBy; not-a-time"})
    void everyFaultOfAQuestionIsToldAtOnce(String body, String pointers, String code) {
        // When
        Response answer = As.LIAISON_1.sends(body).post(inquiry.report.url() + "/questions");

        // Then
        Inquiry.isProblem(answer, 422, "invalid");
        assertThat(answer.jsonPath().<String>getList("faults.pointer")).containsExactlyInAnyOrder(pointers.split(","));
        assertThat(answer.jsonPath().<String>getList("faults.code")).containsOnly(code);
    }

    @Test
    void aTextHasItsLimitAndSoHasTheBody() {
        // When
        Response tooLong = inquiry.ask(As.LIAISON_1, Inquiry.free(2, "?".repeat(4001)));
        Response tooLarge = inquiry.ask(As.LIAISON_1, Inquiry.free(2, "?".repeat(70_000)));

        // Then
        Inquiry.isProblem(tooLong, 422, "invalid");
        Inquiry.isProblem(tooLarge, 413, "too-large");
    }

    @Test
    void aReportHasSoManyOpenQuestionsAndNoMore() {
        // Given
        String first = inquiry.asked("Question 1");
        for (int i = 2; i <= QuestionDesk.OPEN_AT_MOST; i++) {
            inquiry.asked("Question " + i);
        }

        // When
        Response oneMore = inquiry.ask(As.LIAISON_1, Inquiry.free(inquiry.version(), "One more"));
        Inquiry.drop(As.LIAISON_1, first);
        Response afterADrop = inquiry.ask(As.LIAISON_1, Inquiry.free(inquiry.version(), "One more"));

        // Then
        Inquiry.isProblem(oneMore, 409, "too-many-questions");
        assertThat(afterADrop.statusCode()).isEqualTo(201);
    }

    @Test
    void theLastQuestionThatIsDroppedLetsTheReportGoOn() {
        // Given
        String first = inquiry.asked("First?");
        String second = inquiry.asked("Second?");

        // When
        Response one = Inquiry.drop(As.LIAISON_1, first);
        Response two = Inquiry.drop(As.LIAISON_1, second);

        // Then
        assertThat(one.<String>path("report.state")).isEqualTo("awaiting-operator");
        assertThat(two.<String>path("report.state")).isEqualTo("in-triage");
        assertThat(two.<String>path("state")).isEqualTo("dropped");
        Response read = As.OPERATOR_A.asks().get("/api/v1/questions/" + second);
        assertThat(read.<String>path("dropped.reason")).isEqualTo("Told us by telephone.");
    }

    @Test
    void whatIsDroppedOrAnsweredCannotBeDropped() {
        // Given
        String dropped = inquiry.asked("First?");
        String answered = inquiry.asked("Second?");
        Inquiry.drop(As.LIAISON_1, dropped);
        Inquiry.answer(As.OPERATOR_A, answered, "{\"text\": \"Yes.\"}");

        // When
        Response again = Inquiry.drop(As.LIAISON_1, dropped);
        Response tooLate = Inquiry.drop(As.LIAISON_1, answered);

        // Then
        Inquiry.isProblem(again, 409, "question-dropped");
        Inquiry.isProblem(tooLate, 409, "already-answered");
        assertThat(tooLate.<String>path("answer.text")).isEqualTo("Yes.");
    }

    @Test
    void onlyWhoHoldsTheReportTakesAQuestionBack() {
        // Given
        String question = inquiry.asked("How bad is it?");

        // When
        Response answer = Inquiry.drop(As.LIAISON_2, question);

        // Then
        Inquiry.isProblem(answer, 409, "held-by-another");
    }

    @Test
    void aReleasedReportIsNotAskedAbout() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A, Drafts.earlyWarning());
        Inquiry released = Inquiry.about(report);
        As.LIAISON_1.sends("{\"version\": 2}").post("/api/v1/triage/" + report.id() + "/release");

        // When
        AtomicReference<Response> answer = new AtomicReference<>();
        Await.until("its delivery does not move it on meanwhile", () -> {
            answer.set(released.ask(As.LIAISON_1, Inquiry.free(released.version(), "How bad is it?")));
            return !answer.get().asString().contains("stale-version");
        });

        // Then
        Inquiry.isProblem(answer.get(), 409, "not-claimed");
    }
}
