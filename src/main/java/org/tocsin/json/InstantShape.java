package org.tocsin.json;

import com.fasterxml.jackson.databind.JsonNode;

/** A time. Odd ones are taken: past, future, leap seconds; only what is not a time is refused. */
final class InstantShape extends Shape {

    @Override
    String expectation() {
        return "a time such as \"" + Instants.EXAMPLE + "\"";
    }

    @Override
    Input input() {
        return Input.of(Input.Kind.TIME);
    }

    @Override
    void inspect(JsonNode node, Path at, Faults faults) {
        if (!node.isTextual()) {
            wrongType(node, at, faults, "");
            return;
        }
        String text = node.textValue();
        Instants.Parsed parsed = Instants.parse(text);
        if (parsed.lacksOffset()) {
            faults.add(at, "no-offset", Quote.of(text) + " does not say its offset from UTC; write "
                    + Quote.of(text + "Z") + " for UTC, or the offset, e.g. " + Quote.of(text + "+08:00") + ".");
        } else if (parsed.instant() == null) {
            faults.add(at, "not-a-time", Quote.of(text) + " is not a time; write date, time and offset as in RFC 3339, e.g. \""
                    + Instants.EXAMPLE + "\" or \"2026-03-29T09:30:00.123456+08:00\".");
        }
    }
}
