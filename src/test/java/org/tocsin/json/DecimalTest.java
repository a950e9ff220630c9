package org.tocsin.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

    private final DecimalGrammar grammar = new DecimalGrammar();

    @Test
    void trailing_zeros_count_for_equality_and_not_for_order() {
        assertThat(new Decimal("0.10")).isNotEqualTo(new Decimal("0.1")).isEqualByComparingTo(new Decimal("0.1"));
    }

    @Test
    void minus_zero_is_zero() {
        assertThat(new Decimal("-0.000").text()).isEqualTo("0.000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.000000000000000001", "1234567890123456789012345678901234567890"})
    void digits_are_kept_as_they_are(String text) {
        assertThat(grammar.objection(text)).isEmpty();
        assertThat(new Decimal(text).value().toPlainString()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1e-9,0.000000001", "+5,5", ".5,0.5", "007,7", "5.,5"})
    void another_notation_is_refused_with_the_plain_one(String text, String plain) {
        assertThat(grammar.objection(text)).get().asString().endsWith("\"" + plain + "\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1,5", "NaN", "Infinity", "0x10", "1_000", " 1", "1\n", "1e99999999",
            "12345678901234567890123456789012345678901"})
    void what_is_no_decimal_is_refused(String text) {
        assertThat(grammar.objection(text)).isPresent();
    }
}
