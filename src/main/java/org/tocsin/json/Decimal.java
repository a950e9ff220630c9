package org.tocsin.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A measure as its digits. Trailing zeros are kept and count in {@code equals}: 0.10 says more about its precision than
 * 0.1. Otherwise a value has one way of writing it, and no exponent, so equal texts are equal measures.
 */
@Schema(type = SchemaType.STRING, format = "decimal", pattern = Decimal.PATTERN,
        maxLength = Decimal.MAX_LENGTH,
        examples = "0.012", description = "A decimal number as a string, without unit and without exponent")
@Written(as = DecimalGrammar.class)
public record Decimal(@JsonValue String text) implements Comparable<Decimal> {

    /** Forty digits reach from attoseconds to the age of the universe, twice. */
    public static final int MAX_DIGITS = 40;
    /** The digits, a minus, a point. */
    static final int MAX_LENGTH = MAX_DIGITS + 2;
    static final String PATTERN = "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$";

    private static final DecimalGrammar GRAMMAR = new DecimalGrammar();
    private static final Pattern MINUS_ZERO = Pattern.compile("-[0.]+");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Decimal {
        Optional<String> objection = GRAMMAR.objection(text);
        if (objection.isPresent()) {
            throw new IllegalArgumentException(objection.get());
        }
        // printf writes -0.000 for a small negative residue: no other value, so no other text.
        text = MINUS_ZERO.matcher(text).matches() ? text.substring(1) : text;
    }

    public static Decimal of(BigDecimal value) {
        return new Decimal(value.toPlainString());
    }

    public BigDecimal value() {
        return new BigDecimal(text);
    }

    @Override
    public int compareTo(Decimal other) {
        return value().compareTo(other.value());
    }

    @Override
    public String toString() {
        return text;
    }
}
