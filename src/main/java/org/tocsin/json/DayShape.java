package org.tocsin.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** A day, without a time. */
final class DayShape extends Shape {

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    @Override
    String expectation() {
        return "a day such as \"2026-03-29\"";
    }

    @Override
    void inspect(JsonNode node, Path at, Faults faults) {
        if (!node.isTextual()) {
            wrongType(node, at, faults, "");
        } else if (!isDay(node.textValue())) {
            faults.add(at, "not-a-day", Quote.of(node.textValue())
                    + " is not a day; write year, month and day as in RFC 3339, e.g. \"2026-03-29\".");
        }
    }

    private static boolean isDay(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException noSuchDay) {
            return false;
        }
    }
}
