package org.tocsin.question;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.json.Canonical;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;
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

    private JsonPath report() {
        return As.OPERATOR_A.asks().get(inquiry.report.url()).jsonPath();
    }

    private static Response answer(As who, String question, String answer, String key) {
        return who.sends(answer).header("Idempotency-Key", key).post("/api/v1/questions/" + question + "/answer");
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
        assertThat(seen.<String>path("answer.answeredBy")).isEqualTo("sensor-a");
        assertThat(report().getInt("latest.number")).isEqualTo(1);
    }

    @Test
    void theValueOfAFieldMakesARevisionWithASignedReceipt() {
        // Given
        String question = inquiry.askedAbout("/impact/description");

        // When
        Response answer = Inquiry.answer(As.OPERATOR_A, question, "{\"value\": \"Trains stand.\"}");

        // Then
        assertThat(answer.<Integer>path("revision.number")).as(answer.asString()).isEqualTo(2);
        assertThat(report().getString("latest.submission.impact.description")).isEqualTo("Trains stand.");
        assertThat(report().getString("latest.submission.severity")).isEqualTo("low");
        assertThat(report().getString("latest.receipt")).isEqualTo(answer.path("revision.receipt"));
        assertThat(report().getString("latest.submittedBy")).isEqualTo("operator-a");
        assertThat(report().getInt("version")).isEqualTo(answer.<Integer>path("report.version"));
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
        assertThat(report().getInt("latest.number")).isEqualTo(1);
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
        assertThat(report().getInt("latest.number")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "/severity; {\"value\": \"terrible\"}; /value; unknown-word",
        "/severity; {\"value\": null}; /value; missing",
        "/severity; {\"text\": \"high\"}; /text,/value; not-asked,missing",
        "/severity; {\"value\": \"high\", \"noValue\": \"none\"}; /noValue; not-asked",
        "/impact; {\"value\": {\"descripton\": \"x\"}}; /value/descripton; unknown-field",
        "/stage; {\"value\": \"intermediate\"}; /value; missing-at-stage",
        "/severity; {\"valu\": \"high\"}; /valu; unknown-field"})
    void theFaultsOfAnAnswerPointIntoIt(String field, String body, String pointers, String codes) {
        // Given
        String question = inquiry.askedAbout(field);

        // When
        Response answer = Inquiry.answer(As.OPERATOR_A, question, body);

        // Then
        Inquiry.isProblem(answer, 422, "invalid");
        assertThat(answer.jsonPath().<String>getList("faults.pointer")).containsExactlyInAnyOrder(pointers.split(","));
        assertThat(answer.jsonPath().<String>getList("faults.code")).containsExactlyInAnyOrder(codes.split(","));
        assertThat(inquiry.state()).isEqualTo("awaiting-operator");
        assertThat(report().getInt("latest.number")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "{\"value\": \"high\"}; /value,/text", "{}; /text", "{\"noValue\": \"none\"}; /noValue,/text"})
    void aFreeQuestionTakesWordsAlone(String body, String pointers) {
        // Given
        String question = inquiry.asked("Who was on the mast?");

        // When
        Response answer = Inquiry.answer(As.OPERATOR_A, question, body);

        // Then
        Inquiry.isProblem(answer, 422, "invalid");
        assertThat(answer.jsonPath().<String>getList("faults.pointer")).containsExactlyInAnyOrder(pointers.split(","));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void theSameAnswerAgainGetsTheFirstAnswerByteForByte(boolean withKey) {
        // Given
        String question = inquiry.askedAbout("/severity");
        Supplier<Response> send = () -> withKey ? answer(As.OPERATOR_A, question, "{\"value\": \"high\"}", "key-" + question)
                : Inquiry.answer(As.OPERATOR_A, question, " {\"value\" : \"high\"} ");
        Response first = send.get();

        // When
        Response again = send.get();

        // Then
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(report().getInt("latest.number")).isEqualTo(2);
    }

    @Test
    void anotherAnswerIsRefusedAndTheFirstIsTold() {
        // Given
        String question = inquiry.askedAbout("/severity");
        Inquiry.answer(As.OPERATOR_A, question, "{\"value\": \"high\"}");

        // When
        Response another = Inquiry.answer(As.SENSOR_A, question, "{\"value\": \"critical\"}");

        // Then
        Inquiry.isProblem(another, 409, "already-answered");
        assertThat(another.<String>path("answer.value")).isEqualTo("high");
        assertThat(another.<String>path("answer.answeredBy")).isEqualTo("operator-a");
        assertThat(report().getInt("latest.number")).isEqualTo(2);
    }

    @Test
    void aKeyStandsForOneAnswerToOneQuestion() {
        // Given
        String first = inquiry.asked("First?");
        String second = inquiry.asked("Second?");
        String key = UUID.randomUUID().toString();
        answer(As.OPERATOR_A, first, "{\"text\": \"Yes.\"}", key);

        // When
        Response otherQuestion = answer(As.OPERATOR_A, second, "{\"text\": \"Yes.\"}", key);
        Response otherAnswer = answer(As.OPERATOR_A, first, "{\"text\": \"No.\"}", key);
        Response otherSender = answer(As.SENSOR_A, second, "{\"text\": \"Yes.\"}", key);
        Response unusable = answer(As.OPERATOR_A, second, "{\"text\": \"Yes.\"}", "two words");

        // Then
        Inquiry.isProblem(otherQuestion, 422, "idempotency-key-reused");
        Inquiry.isProblem(otherAnswer, 422, "idempotency-key-reused");
        assertThat(otherSender.statusCode()).isEqualTo(200);
        Inquiry.isProblem(unusable, 400, "bad-idempotency-key");
    }

    @Test
    void ofTwoAnswersAtOnceOneIsTaken() {
        for (String other : List.of("critical", "high")) {
            // Given
            Inquiry contested = Inquiry.about(As.OPERATOR_A);
            String question = contested.askedAbout("/severity");

            // When
            List<Response> answers = Together.all(List.of(
                    () -> Inquiry.answer(As.OPERATOR_A, question, "{\"value\": \"high\"}"),
                    () -> Inquiry.answer(As.SENSOR_A, question, "{\"value\": \"%s\"}".formatted(other))));

            // Then
            boolean same = other.equals("high");
            assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, same ? 200 : 409);
            assertThat(answers.get(0).asString().equals(answers.get(1).asString())).isEqualTo(same);
            assertThat(As.OPERATOR_A.asks().get(contested.report.url()).<Integer>path("latest.number")).isEqualTo(2);
        }
    }

    @Test
    void aKeyThatIsUsedTwiceAtOnceIsTakenOnce() {
        // Given
        String first = inquiry.asked("First?");
        String second = Inquiry.about(As.OPERATOR_A).asked("Second?");
        String key = UUID.randomUUID().toString();

        // When
        List<Response> answers = Together.all(Stream.of(first, second).<Supplier<Response>>map(question ->
                () -> answer(As.OPERATOR_A, question, "{\"text\": \"Yes.\"}", key)).toList());

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 422);
    }

    @Test
    void theRevisionIsMadeOnTheNewest() {
        // Given
        String question = inquiry.askedAbout("/severity");
        revised("Seen by three more stations");

        // When
        Inquiry.answer(As.OPERATOR_A, question, "{\"value\": \"high\"}");

        // Then
        assertThat(report().getInt("latest.number")).isEqualTo(3);
        assertThat(report().getString("latest.submission.description")).isEqualTo("Seen by three more stations");
        assertThat(report().getString("latest.submission.severity")).isEqualTo("high");
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
            assertThat(report().getInt("latest.number")).isEqualTo(3);
            assertThat(report().getString("latest.submission.description")).isEqualTo("Seen by three more stations");
            // Whichever came second was made on the other, for both read the newest while they hold the report.
            assertThat(report().getString("latest.submission.severity")).isEqualTo("high");
        }
    }

    /** Someone else changes the description, on the newest revision. */
    private int revised(String description) {
        Sight sight = Sight.own("org-a");
        return transactions.seeing(sight, () -> {
            var held = reports.toChange(UUID.fromString(inquiry.report.id()));
            ObjectNode latest = (ObjectNode) Json.tree(reports.getEntityManager()
                    .createQuery("select body from Revision where report = ?1 order by number desc", byte[].class)
                    .setParameter(1, held.id).setMaxResults(1).getSingleResult());
            SubmissionOutcome.Sound sound = (SubmissionOutcome.Sound) SubmissionReader.read(
                    Canonical.bytes(latest.put("description", description)));
            return filing.revise(held, new Arrival("org-a", "operator-a", "cli:operator-a", Optional.empty(),
                    sound.submission(), sound.canonical(), Instant.now(), Optional.empty()), sight).revision().number;
        });
    }

    @Test
    void whatWasDroppedIsNotAnswered() {
        // Given
        String question = inquiry.asked("Who was on the mast?");
        Inquiry.drop(As.LIAISON_1, question);

        // When
        Response answer = Inquiry.answer(As.OPERATOR_A, question, "{\"text\": \"Nobody.\"}");

        // Then
        Inquiry.isProblem(answer, 409, "question-dropped");
        assertThat(answer.<String>path("dropped.reason")).isEqualTo("Told us by telephone.");
    }

    @Test
    void whoseQuestionItIsNotFindsNone() {
        // Given
        String question = inquiry.asked("Who was on the mast?");

        // When
        Response unknown = Inquiry.answer(As.OPERATOR_B, UUID.randomUUID().toString(), "{\"text\": \"Nobody.\"}");
        Response others = Inquiry.answer(As.OPERATOR_B, question, "{\"text\": \"Nobody.\"}");
        Response read = As.OPERATOR_B.asks().get("/api/v1/questions/" + question);
        Response nonsense = As.OPERATOR_B.asks().get("/api/v1/questions/nonsense");

        // Then
        Inquiry.isProblem(others, 404, "not-found");
        assertThat(others.asByteArray()).isEqualTo(unknown.asByteArray());
        assertThat(read.asByteArray()).isEqualTo(unknown.asByteArray());
        assertThat(nonsense.asByteArray()).isEqualTo(unknown.asByteArray());
        assertThat(inquiry.state()).isEqualTo("awaiting-operator");
    }

    @Test
    void anAnswerHasItsLimits() {
        // Given
        String question = inquiry.asked("What is in the log?");

        // When
        Response tooLong = Inquiry.answer(As.OPERATOR_A, question, "{\"text\": \"%s\"}".formatted("x".repeat(20_001)));
        Response tooLarge = Inquiry.answer(As.OPERATOR_A, question, "{\"text\": \"%s\"}".formatted("x".repeat(262_144)));

        // Then
        Inquiry.isProblem(tooLong, 422, "invalid");
        Inquiry.isProblem(tooLarge, 413, "too-large");
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
        assertThat(report().<Object>getList("latest.submission.assets.ref")).isEqualTo(List.of("clock-1", "clock-2"));
        assertThat(report().getString("latest.submission.assets[1].serial")).isEqualTo("SN 7");
    }
}
