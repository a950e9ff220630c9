package org.tocsin.json;

import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a {@code @Schema} demands of a value.
 *
 * @param maxLength in code points, as JSON Schema counts
 * @param pattern   null if any text will do
 * @param minimum   null if there is none; inclusive, as is {@code maximum}
 * @param unit      of a measure, from the extension {@code x-unit}; null if it has none
 */
record Constraints(boolean required, int minLength, int maxLength, Pattern pattern, String description,
                   BigDecimal minimum, BigDecimal maximum, int minItems, int maxItems,
                   int minProperties, int maxProperties, String unit) {

    static final String UNIT = "x-unit";

    static final Constraints NONE = 
            new Constraints(false, 0, Integer.MAX_VALUE, null, "", null, null, 0, Integer.MAX_VALUE, 0, Integer.MAX_VALUE, null);

    static Constraints of(AnnotatedElement annotated) {
        Schema schema = annotated.getAnnotation(Schema.class);
        if (schema == null) {
            return NONE;
        }
        return new Constraints(schema.required(), schema.minLength(), schema.maxLength(), pattern(schema.pattern()),
                schema.description(), number(schema.minimum()), number(schema.maximum()),
                // The annotation's defaults for "not given" are the wrong way round on purpose.
                schema.minItems() == Integer.MAX_VALUE ? 0 : schema.minItems(),
                schema.maxItems() == Integer.MIN_VALUE ? Integer.MAX_VALUE : schema.maxItems(),
                schema.minProperties(),
                schema.maxProperties() == 0 ? Integer.MAX_VALUE : schema.maxProperties(),
                Stream.of(schema.extensions()).filter(e -> e.name().equals(UNIT)).map(Extension::value)
                        .findFirst().orElse(null));
    }

    /** In the published dialect {@code $} is the very end; Java's would let one line feed slip in before it. */
    private static Pattern pattern(String regex) {
        if (regex.isEmpty()) {
            return null;
        }
        return Pattern.compile(regex.endsWith("$") ? regex.substring(0, regex.length() - 1) + "\\z" : regex);
    }

    private static BigDecimal number(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    String unitName() {
        return unit == null ? null : Unit.nameOf(unit);
    }

    boolean below(BigDecimal value) {
        return minimum != null && value.compareTo(minimum) < 0;
    }

    boolean above(BigDecimal value) {
        return maximum != null && value.compareTo(maximum) > 0;
    }

    void checkRange(BigDecimal value, Path at, Faults faults) {
        if (below(value) || above(value)) {
            faults.add(at, "out-of-range", value.toPlainString() + " is out of range: it must be " + range()
                    + (unit == null ? "." : ", in " + unitName() + "."),
                    minimum == null ? "…" : minimum.toPlainString(), maximum == null ? "…" : maximum.toPlainString());
        }
    }

    private String range() {
        if (minimum == null) {
            return "at most " + maximum.toPlainString();
        }
        return maximum == null ? "at least " + minimum.toPlainString()
                : "from " + minimum.toPlainString() + " to " + maximum.toPlainString();
    }
}
