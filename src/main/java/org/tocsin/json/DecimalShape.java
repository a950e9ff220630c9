package org.tocsin.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/** A measure: a decimal string in the unit that its field's name says. */
final class DecimalShape extends Shape {

    private static final DecimalGrammar GRAMMAR = new DecimalGrammar();

    private final Constraints constraints;

    DecimalShape(Constraints constraints) {
        this.constraints = constraints;
    }

    @Override
    String expectation() {
        return (constraints.unit() == null ? "a decimal string" : constraints.unitName() + " as a decimal string")
                + " such as \"0.012\"";
    }

    @Override
    Input input() {
        return Input.of(Input.Kind.DECIMAL);
    }

    @Override
    void inspect(JsonNode node, Path at, Faults faults) {
        if (!node.isTextual()) {
            wrongType(node, at, faults, node.isNumber() ? " Write it as a string: \"" + node.asText() + "\"." : "");
            return;
        }
        String text = node.textValue();
        Optional<String> objection = GRAMMAR.objection(text);
        if (objection.isEmpty()) {
            constraints.checkRange(new BigDecimal(text), at, faults);
        } else if (Unit.endsInUnit(text)) {
            faults.add(at, "unit-in-value", unitAdvice(text));
        } else {
            faults.add(at, "wrong-form", objection.get());
        }
    }

    private String unitAdvice(String text) {
        String unit = constraints.unit() == null ? "the number" : constraints.unitName();
        String example = Unit.converted(text, constraints.unit()).orElse("0.012");
        return Quote.of(text) + " has a unit; give " + unit + " as a decimal string without unit, e.g. \"" + example + "\".";
    }
}
