package org.tocsin.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {

    @ParameterizedTest
    @CsvSource({"200,DELIVERED", "204,DELIVERED", "299,DELIVERED", "301,REFUSED", "304,REFUSED", "400,REFUSED", "401,REFUSED", "404,REFUSED",
            "410,GONE", "408,UNANSWERED", "425,UNANSWERED", "429,UNANSWERED", "500,UNANSWERED", "503,UNANSWERED"})
    void eachStatusHasItsMeaning(int status, Answer.Kind kind) {
        // When
        Answer answer = Answer.of(status);

        // Then
        assertThat(answer.kind()).isEqualTo(kind);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.reason() == null).isEqualTo(kind == Answer.Kind.DELIVERED);
    }
}
