package org.tocsin.web.query;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.tocsin.json.Nearest;
import org.tocsin.problem.Fault;

/** What one value of a parameter must be, by the type of the argument and the schema that describes it. */
record ValueRule(boolean isNumber, boolean isFlag, Long least, Long most, List<String> words, int shortest, int longest, Pattern pattern) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final List<String> FLAGS = List.of("true", "false");
    private static final int UNLIMITED = Integer.MAX_VALUE;

    /** For what only its reader can judge. */
    static final ValueRule ANY = new ValueRule(false, false, null, null, List.of(), 0, UNLIMITED, null);

    static ValueRule of(Class<?> type, AnnotatedElement argument) {
        boolean number = type == int.class || type == long.class || type == Integer.class || type == Long.class;
        boolean flag = type == boolean.class || type == Boolean.class;
        Parameter described = argument.getAnnotation(Parameter.class);
        if (described == null) {
            return new ValueRule(number, flag, null, null, List.of(), 0, UNLIMITED, null);
        }
        Schema schema = described.schema();
        return new ValueRule(number || schema.type() == SchemaType.INTEGER, flag || schema.type() == SchemaType.BOOLEAN, bound(schema.minimum()), bound(schema.maximum()), List.of(schema.enumeration()),
                schema.minLength(), schema.maxLength() > 0 ? schema.maxLength() : UNLIMITED,
                schema.pattern().isEmpty() ? null : Pattern.compile(schema.pattern()));
    }

    private static Long bound(String number) {
        return number.isEmpty() ? null : Long.valueOf(number);
    }

    /** @param place the fault's pointer */
    Optional<Fault> fault(String place, String value) {
        if (value.isEmpty()) {
            return Optional.of(new Fault(place, KnownQuery.EMPTY, "This is empty. Leave the parameter out, or say what it is."));
        }
        if (isFlag || !words.isEmpty()) {
            return word(place, value, isFlag ? FLAGS : words);
        }
        if (isNumber) {
            return number(place, value);
        }
        if (value.length() < shortest || value.length() > longest) {
            return Optional.of(new Fault(place, value.length() < shortest ? "too-short" : "too-long", "Expected "
                    + (longest == UNLIMITED ? "at least " + shortest : Math.max(1, shortest) + " to " + longest) + " characters."));
        }
        return pattern == null || pattern.matcher(value).find() ? Optional.empty()
                : Optional.of(new Fault(place, "wrong-form", "This is not of the form that the API description gives: " + pattern + "."));
    }

    private static Optional<Fault> word(String place, String value, List<String> known) {
        return known.contains(value) ? Optional.empty()
                : Optional.of(new Fault(place, "unknown-word", "Expected one of " + String.join(", ", known) + "." + Nearest.hint(value, known)));
    }

    private Optional<Fault> number(String place, String value) {
        if (!NUMBER.matcher(value).matches()) {
            return Optional.of(new Fault(place, "not-a-number", "Expected a whole number" + range() + "."));
        }
        long number = Long.parseLong(value);
        return least != null && number < least || most != null && number > most || (int) number != number
                ? Optional.of(new Fault(place, "out-of-range", "Expected a whole number" + range() + ".")) : Optional.empty();
    }

    private String range() {
        return least == null || most == null ? "" : " from " + least + " to " + most;
    }
}
