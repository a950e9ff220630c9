package org.tocsin.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;

/** A question has one answer, however often and by whomever it is given. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AnsweredOnceTest {

    private Inquiry inquiry;

    @BeforeEach
    void claim() {
        inquiry = Inquiry.about(As.OPERATOR_A);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void theSameAnswerAgainGetsTheFirstAnswerByteForByte(boolean withKey) {
        // Given
        String question = inquiry.askedAbout("/severity");
        Supplier<Response> send = () -> withKey ? Inquiry.answer(As.OPERATOR_A, question, "{\"value\": \"high\"}", "key-" + question)
                : Inquiry.answer(As.OPERATOR_A, question, " {\"value\" : \"high\"} ");
        Response first = send.get();

        // When
        Response again = send.get();

        // Then
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(inquiry.read().getInt("latest.number")).isEqualTo(2);
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
        assertThat(another.<String>path("answer.answeredBy")).isEqualTo(As.OPERATOR_A.user());
        assertThat(inquiry.read().getInt("latest.number")).isEqualTo(2);
    }

    @Test
    void aKeyStandsForOneAnswerToOneQuestion() {
        // Given
        String first = inquiry.asked("First?");
        String second = inquiry.asked("Second?");
        String key = UUID.randomUUID().toString();
        Inquiry.answer(As.OPERATOR_A, first, "{\"text\": \"Yes.\"}", key);

        // When
        Response otherQuestion = Inquiry.answer(As.OPERATOR_A, second, "{\"text\": \"Yes.\"}", key);
        Response otherAnswer = Inquiry.answer(As.OPERATOR_A, first, "{\"text\": \"No.\"}", key);
        Response otherSender = Inquiry.answer(As.SENSOR_A, second, "{\"text\": \"Yes.\"}", key);
        Response unusable = Inquiry.answer(As.OPERATOR_A, second, "{\"text\": \"Yes.\"}", "two words");

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
                () -> Inquiry.answer(As.OPERATOR_A, question, "{\"text\": \"Yes.\"}", key)).toList());

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 422);
    }
}
