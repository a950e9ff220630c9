package org.tocsin.json;

import com.fasterxml.jackson.databind.JsonNode;

/** True or false, as JSON writes them. */
final class FlagShape extends Shape {

    @Override
    String expectation() {
        return "true or false";
    }

    @Override
    Input input() {
        return Input.of(Input.Kind.FLAG);
    }

    @Override
    void inspect(JsonNode node, Path at, Faults faults) {
        if (!node.isBoolean()) {
            wrongType(node, at, faults, node.isTextual() ? " Write it without quotes." : "");
        }
    }
}
