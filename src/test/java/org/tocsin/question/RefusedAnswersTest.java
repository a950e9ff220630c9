package org.tocsin.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;

/** Answers that are not taken, and what their senders are told. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RefusedAnswersTest {

    private Inquiry inquiry;

    @BeforeEach
    void claim() {
        inquiry = Inquiry.about(As.OPERATOR_A);
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
        assertThat(inquiry.read().getInt("latest.number")).isEqualTo(1);
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
}
