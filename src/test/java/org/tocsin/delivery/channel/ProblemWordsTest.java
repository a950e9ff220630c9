package org.tocsin.delivery.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.json.Json;

class ProblemWordsTest {

    @Test
    void theDetailIsShown() {
        assertThat(words("{\"title\": \"Busy\", \"detail\": \"Come back at noon.\"}")).isEqualTo(": Come back at noon.");
    }

    @Test
    void theTitleStandsInForTheDetail() {
        assertThat(words("{\"title\": \"Busy\"}")).isEqualTo(": Busy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "17", "<html>", "{\"detail\": {\"a\": 1}}", "{\"detail\": \"  \"}", "{\"a\":"})
    void whatIsNoProblemSaysNothing(String body) {
        assertThat(words(body)).isEmpty();
    }

    @Test
    void whatADatabaseCannotKeepIsLeftOut() {
        assertThat(words("{\"detail\": \"a\\u0000b\\u001bc\\ud800d\\u202ee\\nf\"}")).isEqualTo(": a b c d e f");
    }

    @Property(tries = 200)
    void nothingHiddenAndNothingEndlessComesThrough(@ForAll String detail) {
        // When
        String said = words(Json.MAPPER.createObjectNode().put("detail", detail.repeat(20)).toString());

        // Then
        assertThat(said.length()).isLessThanOrEqualTo(302);
        assertThat(said.codePoints()).noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    private static String words(String body) {
        return ProblemWords.of(body.getBytes(UTF_8));
    }
}
