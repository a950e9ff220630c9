package org.tocsin.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** An object whose names are the sender's own, with values of one shape. */
final class MapShape extends Shape {

    private final Shape value;
    private final Constraints constraints;

    MapShape(Shape value, Constraints constraints) {
        this.value = value;
        this.constraints = constraints;
    }

    @Override
    String expectation() {
        return "an object";
    }

    @Override
    Optional<String> objection(String step, JsonNode node) {
        return Optional.empty();
    }

    @Override
    Shape below(String step, JsonNode node) {
        return value;
    }

    @Override
    void inspect(JsonNode node, Path at, Faults faults) {
        if (!node.isObject()) {
            wrongType(node, at, faults, "");
            return;
        }
        if (node.size() > constraints.maxProperties()) {
            // What is beyond the limit is refused as a whole, so it is not looked at.
            faults.add(at, "too-many-fields", "The object has " + node.size() + " fields; the most is "
                    + constraints.maxProperties() + ".");
            return;
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            value.check(entry.getValue(), at.to(entry.getKey()), faults);
        }
    }
}
