package org.tocsin.oversight;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry on the page.
 *
 * @param words what happened, for people
 * @param facts its detail, a line for each thing
 */
public record LogLine(LogItem item, String words, List<Fact> facts) {

    private static final int LONGEST = 400;

    public record Fact(String name, String value) {
    }

    static LogLine of(LogItem item) {
        List<Fact> facts = new ArrayList<>();
        if (item.detail() != null) {
            item.detail().fields().forEachRemaining(field -> facts.add(new Fact(field.getKey(), text(field.getValue()))));
        }
        return new LogLine(item, words(item.type()), facts);
    }

    /** delivery.attempt-failed: Delivery: attempt failed */
    static String words(String type) {
        int point = type.indexOf('.');
        String spoken = (point < 0 ? type : type.substring(0, point) + ": " + type.substring(point + 1)).replace('-', ' ');
        return spoken.isEmpty() ? spoken : Character.toUpperCase(spoken.charAt(0)) + spoken.substring(1);
    }

    private static String text(JsonNode value) {
        String text = value.isTextual() ? value.asText() : value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
