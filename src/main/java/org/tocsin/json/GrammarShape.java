package org.tocsin.json;

import com.fasterxml.jackson.databind.JsonNode;

/** A string with a grammar of its own, within a length. */
final class GrammarShape extends Shape {

    private final TextShape text;
    private final Grammar grammar;

    GrammarShape(TextShape text, Grammar grammar) {
        this.text = text;
        this.grammar = grammar;
    }

    @Override
    String expectation() {
        return text.expectation();
    }

    @Override
    Input input() {
        return text.input();
    }

    @Override
    void inspect(JsonNode node, Path at, Faults faults) {
        if (text.sound(node, at, faults)) {
            grammar.objection(node.textValue()).ifPresent(objection -> faults.add(at, "wrong-form", objection));
        }
    }
}
