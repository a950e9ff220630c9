package org.tocsin.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Whatever it is, so long as it is an object: something that another system made and that we only keep. */
final class AnyShape extends Shape {

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
        return new ValueShape();
    }

    @Override
    void inspect(JsonNode node, Path at, Faults faults) {
        if (!node.isObject()) {
            wrongType(node, at, faults, "");
        }
    }
}
