package org.tocsin.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A list of values of one shape. */
final class ListShape extends Shape {

    private final Shape element;
    private final Constraints constraints;

    ListShape(Shape element, Constraints constraints) {
        this.element = element;
        this.constraints = constraints;
    }

    @Override
    String expectation() {
        return "a list";
    }

    @Override
    Optional<String> objection(String step, JsonNode node) {
        boolean there = step.matches("0|[1-9][0-9]{0,8}") && Integer.parseInt(step) < node.size();
        return there ? Optional.empty() : Optional.of("The list has " + node.size() + " entries, counted from 0; "
                + Quote.of(step) + " is none of them.");
    }

    @Override
    Shape below(String step, JsonNode node) {
        return element;
    }

    @Override
    void inspect(JsonNode node, Path at, Faults faults) {
        if (!node.isArray()) {
            wrongType(node, at, faults, node.isNull() ? "" : " Put it in brackets: [ … ].");
            return;
        }
        if (node.size() > constraints.maxItems()) {
            faults.add(at, "too-many-items", "The list has " + node.size() + " entries; the most is "
                    + constraints.maxItems() + ". Send the rest as a revision of the report.", constraints.maxItems());
        } else if (node.size() < constraints.minItems()) {
            faults.add(at, "too-few-items", "The list has " + node.size() + " entries; the least is "
                    + constraints.minItems() + ".");
        }
        // What is beyond the limit is refused as a whole, so it is not looked at.
        int checked = Math.min(node.size(), constraints.maxItems());
        for (int i = 0; i < checked; i++) {
            if (faults.full()) {
                faults.thereIsMore();
                return;
            }
            element.check(node.get(i), at.to(i), faults);
        }
    }
}
