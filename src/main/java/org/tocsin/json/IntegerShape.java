package org.tocsin.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A whole number within its range. */
final class IntegerShape extends Shape {

    private static final Pattern QUOTED = Pattern.compile("-?[0-9]{1,15}");

    private final Constraints constraints;
    private final boolean narrow;

    /** @param narrow whether it must fit into 32 bits */
    IntegerShape(Constraints constraints, boolean narrow) {
        this.constraints = constraints;
        this.narrow = narrow;
    }

    @Override
    String expectation() {
        return "a whole number";
    }

    @Override
    Input input() {
        return Input.of(Input.Kind.NUMBER);
    }

    @Override
    void inspect(JsonNode node, Path at, Faults faults) {
        if (!node.isIntegralNumber()) {
            boolean quoted = node.isTextual() && QUOTED.matcher(node.textValue()).matches();
            wrongType(node, at, faults, quoted ? " Write it without quotes: " + node.textValue() + "." : "");
        } else if (narrow && !node.canConvertToInt()) {
            faults.add(at, "out-of-range", node.asText() + " is out of range: it must be at most " + Integer.MAX_VALUE + ".",
                    "…", Integer.MAX_VALUE);
        } else {
            constraints.checkRange(BigDecimal.valueOf(node.longValue()), at, faults);
        }
    }
}
