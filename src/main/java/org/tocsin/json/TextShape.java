package org.tocsin.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A string within its length and pattern. */
final class TextShape extends Shape {

    private final Constraints constraints;

    TextShape(Constraints constraints) {
        this.constraints = constraints;
    }

    @Override
    String expectation() {
        return "a string";
    }

    @Override
    Input input() {
        return new Input(Input.Kind.TEXT, List.of(), constraints.maxLength());
    }

    @Override
    void inspect(JsonNode node, Path at, Faults faults) {
        sound(node, at, faults);
    }

    /** Whether the text is one and keeps to its constraints; if not, says so. */
    boolean sound(JsonNode node, Path at, Faults faults) {
        if (!node.isTextual()) {
            wrongType(node, at, faults, node.isNumber() || node.isBoolean() ? " Write it in quotes." : "");
            return false;
        }
        String text = node.textValue();
        int length = text.length() <= constraints.maxLength() ? text.length() : text.codePointCount(0, text.length());
        if (length > constraints.maxLength()) {
            faults.add(at, "too-long", "The text has " + length + " characters; the most is "
                    + constraints.maxLength() + ". Shorten it.", constraints.maxLength(), length);
            return false;
        }
        if (text.length() < constraints.minLength()) {
            faults.add(at, "too-short", constraints.minLength() == 1 ? "The text is empty; say something, or leave the field out."
                    : "The text has " + length + " characters; the least is " + constraints.minLength() + ".", constraints.minLength());
            return false;
        }
        if (constraints.pattern() != null && !constraints.pattern().matcher(text).find()) {
            faults.add(at, "wrong-form", Quote.of(text) + " does not have the form that is expected"
                    + (constraints.description().isEmpty() ? ": it must match " + constraints.pattern()
                    : ": " + constraints.description()) + ".");
            return false;
        }
        return true;
    }
}
