package org.tocsin.question;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.audit.Actor;
import org.tocsin.json.Canonical;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.Together;
import org.tocsin.report.Arrival;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;
import org.tocsin.report.Filing;
import org.tocsin.report.Reports;
import org.tocsin.report.submission.SubmissionOutcome;
import org.tocsin.report.submission.SubmissionReader;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** What an answer makes of its report: another state, and a revision where it says something new. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AnsweringTest {

    @Inject
    Transactions transactions;
    @Inject
    Reports reports;
    @Inject
    Filing filing;

    private Inquiry inquiry;

    @BeforeEach
    void claim() {
        inquiry = Inquiry.about(As.OPERATOR_A);
    }

    @Test
    void aFreeQuestionIsAnsweredInWordsAndTheReportGoesBackToTheLiaison() {
        // Given
        String question = inquiry.asked("Who was on the mast?");

        // When
        Response answer = Inquiry.answer(As.SENSOR_A, question, "{\"text\": \"Nobody.\"}");

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<String>path("state")).isEqualTo("answered");
        assertThat(answer.<String>path("report.state")).isEqualTo("in-triage");
        assertThat(answer.jsonPath().getMap("$")).doesNotContainKey("revision");
        Response seen = As.LIAISON_1.asks().get("/api/v1/questions/" + question);
        assertThat(seen.<String>path("answer.text")).isEqualTo("Nobody.");
        assertThat(seen.<String>path("answer.answeredBy")).isEqualTo(As.SENSOR_A.user());
        assertThat(inquiry.read().getInt("latest.number")).isEqualTo(1);
    }

    @Test
    void theValueOfAFieldMakesARevisionWithASignedReceipt() {
        // Given
        String question = inquiry.askedAbout("/impact/description");

        // When
        Response answer = Inquiry.answer(As.OPERATOR_A, question, "{\"value\": \"Trains stand.\"}");

        // Then
        assertThat(answer.<Integer>path("revision.number")).as(answer.asString()).isEqualTo(2);
        assertThat(inquiry.read().getString("latest.submission.impact.description")).isEqualTo("Trains stand.");
        assertThat(inquiry.read().getString("latest.submission.severity")).isEqualTo("low");
        assertThat(inquiry.read().getString("latest.receipt")).isEqualTo(answer.path("revision.receipt"));
        assertThat(inquiry.read().getString("latest.submittedBy")).isEqualTo(As.OPERATOR_A.user());
        assertThat(inquiry.read().getInt("version")).isEqualTo(answer.<Integer>path("report.version"));
        assertThat(inquiry.state()).isEqualTo("in-triage");
        assertThat(As.OPERATOR_A.asks().get(inquiry.report.url() + "/audit").jsonPath().<String>getList("type"))
                .contains("question.asked", "report.revised", "question.answered");
    }

    @Test
    void aReportWaitsUntilItsLastQuestionIsAnswered() {
        // Given
        String first = inquiry.askedAbout("/severity");
        String second = inquiry.asked("Who was on the mast?");

        // When
        Response one = Inquiry.answer(As.OPERATOR_A, first, "{\"value\": \"high\"}");
        Response two = Inquiry.answer(As.OPERATOR_A, second, "{\"text\": \"Nobody.\"}");

        // Then
        assertThat(one.<String>path("report.state")).isEqualTo("awaiting-operator");
        assertThat(two.<String>path("report.state")).isEqualTo("in-triage");
    }

    @Test
    void whoHasNoValueSaysWhyAndNoRevisionIsMade() {
        // Given
        String question = inquiry.askedAbout("/severity");

        // When
        Response answer = Inquiry.answer(As.OPERATOR_A, question, "{\"noValue\": \"We cannot tell yet.\"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(inquiry.read().getInt("latest.number")).isEqualTo(1);
        assertThat(inquiry.state()).isEqualTo("in-triage");
    }

    @Test
    void aValueThatTheReportHasAlreadyMakesNoRevision() {
        // Given
        String question = inquiry.askedAbout("/severity");

        // When
        Response answer = Inquiry.answer(As.OPERATOR_A, question, "{\"value\": \"low\"}");

        // Then
        assertThat(answer.<Integer>path("revision.number")).isEqualTo(1);
        assertThat(inquiry.read().getInt("latest.number")).isEqualTo(1);
    }

    @Test
    void whatIsAskedAboutAnAssetOfManyIsSetAtItsPlace() {
        // Given
        inquiry = Inquiry.about(FiledReport.by(As.OPERATOR_A, Drafts.about("clock-1", "clock-2")));
        String question = inquiry.askedAbout("/assets/1/serial");

        // When
        Response answer = Inquiry.answer(As.OPERATOR_A, question, "{\"value\": \"SN 7\"}");

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(inquiry.read().<Object>getList("latest.submission.assets.ref")).isEqualTo(List.of("clock-1", "clock-2"));
        assertThat(inquiry.read().getString("latest.submission.assets[1].serial")).isEqualTo("SN 7");
    }

    @Test
    void theRevisionIsMadeOnTheNewest() {
        // Given
        String question = inquiry.askedAbout("/severity");
        revised("Seen by three more stations");

        // When
        Inquiry.answer(As.OPERATOR_A, question, "{\"value\": \"high\"}");

        // Then
        assertThat(inquiry.read().getInt("latest.number")).isEqualTo(3);
        assertThat(inquiry.read().getString("latest.submission.description")).isEqualTo("Seen by three more stations");
        assertThat(inquiry.read().getString("latest.submission.severity")).isEqualTo("high");
    }

    @Test
    void anAnswerAndARevisionAtOnceAreBothKept() {
        for (int round = 0; round < 3; round++) {
            // Given
            inquiry = Inquiry.about(As.OPERATOR_A);
            String question = inquiry.askedAbout("/severity");

            // When
            Together.all(List.of(
                    () -> Inquiry.answer(As.OPERATOR_A, question, "{\"value\": \"high\"}").statusCode(),
                    () -> revised("Seen by three more stations")));

            // Then
            assertThat(inquiry.read().getInt("latest.number")).isEqualTo(3);
            assertThat(inquiry.read().getString("latest.submission.description")).isEqualTo("Seen by three more stations");
            // Whichever came second was made on the other, for both read the newest while they hold the report.
            assertThat(inquiry.read().getString("latest.submission.severity")).isEqualTo("high");
        }
    }

    /** Someone else changes the description, on the newest revision. */
    private int revised(String description) {
        Sight sight = Sight.own(TestOrganisation.A.id());
        return transactions.seeing(sight, () -> {
            var held = reports.toChange(UUID.fromString(inquiry.report.id()));
            ObjectNode latest = (ObjectNode) Json.tree(reports.getEntityManager()
                    .createQuery("select body from Revision where report = ?1 order by number desc", byte[].class)
                    .setParameter(1, held.id).setMaxResults(1).getSingleResult());
            SubmissionOutcome.Sound sound = (SubmissionOutcome.Sound) SubmissionReader.read(
                    Canonical.bytes(latest.put("description", description)));
            return filing.revise(held, new Arrival(TestOrganisation.A.id(), Actor.named(As.OPERATOR_A.user()), "cli", "cli " + As.OPERATOR_A.user(), Optional.empty(),
                    sound.submission(), sound.canonical(), Instant.now(), Optional.empty()), sight).revision().number;
        });
    }
}
