package org.tocsin.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Any JSON value; see {@link AnyValue}. */
final class ValueShape extends Shape {

    @Override
    String expectation() {
        return "a value";
    }

    @Override
    Optional<String> objection(String step, JsonNode node) {
        return Optional.empty();
    }

    @Override
    Shape below(String step, JsonNode node) {
        return this;
    }

    @Override
    void inspect(JsonNode node, Path at, Faults faults) {
        // whoever asked for it knows what it must be
    }
}
