package org.tocsin.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** Whatever the operator reads of a question, to the last byte: no liaison's account, no note. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class NothingInternalShowsTest {

    private static final String NOTE = "Their rival saw the same on Friday.";

    @Inject
    Transactions transactions;
    @Inject
    EntityManager database;

    /** Questions that are asked, answered, answered again and otherwise, dropped; the report is graded and released. */
    private static List<Response> answersToTheOperator() {
        Inquiry inquiry = Inquiry.about(As.OPERATOR_A);
        String report = inquiry.report.url();
        String field = inquiry.ask(As.LIAISON_1, Inquiry.free(inquiry.version(), "How bad is it?").put("field", "/severity")
                .put("note", NOTE)).path("id");
        String free = inquiry.ask(As.LIAISON_1, Inquiry.free(inquiry.version(), "Who was there?").put("note", NOTE)).path("id");
        List<Response> answers = new ArrayList<>();
        answers.add(As.OPERATOR_A.asks().get("/api/v1/questions?state=open&limit=200"));
        answers.add(Inquiry.answer(As.OPERATOR_A, field, "{\"value\": \"terrible\"}"));
        answers.add(Inquiry.answer(As.OPERATOR_A, field, "{\"value\": \"high\"}"));
        answers.add(Inquiry.answer(As.OPERATOR_A, field, "{\"value\": \"high\"}"));
        answers.add(Inquiry.answer(As.OPERATOR_A, field, "{\"value\": \"low\"}"));
        Inquiry.drop(As.LIAISON_1, free);
        answers.add(Inquiry.answer(As.OPERATOR_A, free, "{\"text\": \"Nobody.\"}"));
        answers.add(inquiry.ask(As.OPERATOR_A, Inquiry.free(1, "May I ask?")));
        answers.add(Inquiry.drop(As.OPERATOR_A, free));
        String triage = "/api/v1/triage/" + inquiry.report.id();
        As.LIAISON_1.sends("{\"version\": %d, \"severity\": \"high\"}".formatted(inquiry.version())).post(triage + "/grade");
        assertThat(As.LIAISON_1.sends("{\"version\": %d}".formatted(inquiry.version())).post(triage + "/release").statusCode()).isEqualTo(200);
        Await.sequenced();
        for (String part : List.of("", "/questions", "/revisions", "/audit", "/deliveries")) {
            answers.add(As.OPERATOR_A.asks().get(report + part));
            answers.add(As.OPERATOR_A.asks().get(report + part));
        }
        answers.add(As.OPERATOR_A.asks().get("/api/v1/questions/" + field));
        answers.add(As.OPERATOR_A.asks().get("/api/v1/questions/" + free));
        answers.add(As.OPERATOR_A.asks().get("/api/v1/questions?limit=200"));
        return answers;
    }

    @Test
    void noAnswerToTheOperatorNamesALiaisonOrTellsANote() {
        // When
        List<Response> answers = answersToTheOperator();

        // Then
        assertThat(answers).extracting(Response::statusCode).startsWith(200, 422, 200, 200, 409, 409, 403, 403, 200);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.asString() + answer.headers())
                .doesNotContain("liaison-1", "liaison-2", "rival", "act.attributed", "\"liaison\""));
        assertThat(answers.get(0).asString()).contains("CERT liaison");
    }

    @Test
    void theLiaisonReadsWhoAskedAndWhy() {
        // Given
        Inquiry inquiry = Inquiry.about(As.OPERATOR_A);
        String question = inquiry.ask(As.LIAISON_1, Inquiry.free(2, "Who was there?").put("note", NOTE)).path("id");

        // When
        Response seen = As.LIAISON_2.asks().get("/api/v1/questions/" + question);

        // Then
        assertThat(seen.<String>path("liaison.askedBy")).isEqualTo(As.LIAISON_1.user());
        assertThat(seen.<String>path("liaison.note")).isEqualTo(NOTE);
        assertThat(As.AUDITOR.asks().get(inquiry.report.url() + "/audit").jsonPath().<String>getList("actor"))
                .contains("CERT liaison", As.LIAISON_1.user());
    }

    @Test
    void notEvenTheDatabaseShowsItToTheOperatorsTransaction() {
        // Given
        Inquiry.about(As.OPERATOR_A).asked("Who was there?");
        assertThat(Rows.number("select count(*) from question_inside where organisation_id = '" + TestOrganisation.A.id() + "'")).isPositive();

        // When
        long seen = transactions.seeing(Sight.own(TestOrganisation.A.id()), () ->
                ((Number) database.createNativeQuery("select count(*) from question_inside").getSingleResult()).longValue());

        // Then
        assertThat(seen).isZero();
    }
}
