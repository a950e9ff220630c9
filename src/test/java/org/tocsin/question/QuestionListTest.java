package org.tocsin.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class QuestionListTest {

    /** {@code afterFirst} is done once the first part is read. */
    private static List<String> all(As reader, String query, Runnable afterFirst) {
        List<String> ids = new ArrayList<>();
        String next = "/api/v1/questions?" + query;
        for (boolean first = true; next != null; first = false) {
            Response page = reader.asks().get(next);
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            ids.addAll(page.jsonPath().getList("items.id"));
            next = page.path("next");
            assertThat(page.header("Link")).isEqualTo(next == null ? null : "<" + next + ">; rel=\"next\"");
            if (first) {
                afterFirst.run();
            }
        }
        return ids;
    }

    @Test
    void theOpenQuestionsOfAllReportsAreReadInPartsWithoutGapOrRepeat() {
        // Given
        Inquiry first = Inquiry.about(As.OPERATOR_A);
        Inquiry second = Inquiry.about(As.OPERATOR_A);
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            asked.add(first.asked("Question " + i));
            asked.add(second.asked("Question " + i));
        }
        Inquiry.drop(As.LIAISON_1, asked.remove(0));
        Inquiry.answer(As.OPERATOR_A, asked.remove(0), "{\"text\": \"Yes.\"}");

        // When
        List<String> read = all(As.SENSOR_A, "state=open&limit=2", () -> asked.add(first.asked("Asked meanwhile")));

        // Then
        assertThat(read).doesNotHaveDuplicates().containsAll(asked);
        assertThat(read.stream().filter(asked::contains)).containsExactlyElementsOf(asked);
    }

    /** A key begins with the time at which it was made. */
    @Test
    void whatIsAskedAfterOurClockWasSetBackStillComesLast() throws SQLException {
        // Given
        Inquiry inquiry = Inquiry.about(As.OPERATOR_A);
        String before = inquiry.asked("Asked before");
        String after = "00000000-0000-7000-8000-" + UUID.randomUUID().toString().substring(24);
        try (Connection owner = Rows.asOwner(); Statement statement = owner.createStatement()) {
            statement.execute("""
                    insert into question (id, report_id, organisation_id, text, revision_number, owed, asked_at, state)
                    select '%s', report_id, organisation_id, 'Asked in 1970', revision_number, owed, 'epoch', state from question where id = '%s'"""
                    .formatted(after, before));
            statement.execute("insert into question_inside (question_id, organisation_id, asked_by) values ('%s', '%s', '%s')"
                    .formatted(after, TestOrganisation.A.id(), As.LIAISON_1.user()));
        }

        // Then
        assertThat(all(As.SENSOR_A, "state=open&limit=1", () -> { }).stream().filter(List.of(before, after)::contains)).containsExactly(before, after);
        assertThat(As.OPERATOR_A.asks().get(inquiry.report.url() + "/questions").jsonPath().getList("id")).containsExactly(before, after);
        assertThat(As.LIAISON_1.asks().get(inquiry.report.url() + "/questions").jsonPath().getList("id")).containsExactly(before, after);
    }

    @Test
    void anOrganisationReadsItsOwnQuestionsAndALiaisonEveryones() {
        // Given
        String ofA = Inquiry.about(As.OPERATOR_A).asked("Question");
        String ofB = Inquiry.about(As.OPERATOR_B).asked("Question");

        // When
        List<String> a = all(As.OPERATOR_A, "state=open&limit=200", () -> { });
        List<String> b = all(As.SENSOR_B, "limit=200", () -> { });
        List<String> everyones = all(As.AUDITOR, "limit=200", () -> { });

        // Then
        assertThat(a).contains(ofA).doesNotContain(ofB);
        assertThat(b).contains(ofB).doesNotContain(ofA);
        assertThat(everyones).contains(ofA, ofB);
    }

    @Test
    void whatBecameOfAQuestionIsAFilter() {
        // Given
        Inquiry inquiry = Inquiry.about(As.OPERATOR_A);
        String open = inquiry.asked("Open");
        String dropped = inquiry.asked("Dropped");
        String answered = inquiry.asked("Answered");
        Inquiry.drop(As.LIAISON_1, dropped);
        Inquiry.answer(As.OPERATOR_A, answered, "{\"text\": \"Yes.\"}");

        // When
        List<String> ofTheReport = As.OPERATOR_A.asks().get(inquiry.report.url() + "/questions").jsonPath().getList("id");

        // Then
        assertThat(ofTheReport).containsExactly(open, dropped, answered);
        assertThat(all(As.OPERATOR_A, "state=answered&limit=200", () -> { })).contains(answered).doesNotContain(open, dropped);
        assertThat(all(As.OPERATOR_A, "state=dropped&limit=200", () -> { })).contains(dropped).doesNotContain(open, answered);
    }

    @ParameterizedTest
    @CsvSource({"state=shut, bad-parameter", "limit=0, bad-parameter", "limit=501, bad-parameter", "after=x, bad-page",
        "after=AAAAAAAAAAAAAAAAAAAAAA%3D%3D%3D, bad-page", "limit=many, bad-parameter"})
    void aQueryThatCannotBeIsRefused(String query, String kind) {
        Inquiry.isProblem(As.OPERATOR_A.asks().urlEncodingEnabled(false).get("/api/v1/questions?" + query), 400, kind);
    }
}
