package org.tocsin.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.tocsin.problem.Fault;

/**
 * What a document must look like to become a record. It is compiled once from the record itself, from its components'
 * types and the constraints in their OpenAPI {@code @Schema}, so what is published is what is checked; see
 * {@link ShapeCompiler}.
 */
public abstract class Shape {

    public static Shape of(Class<?> type) {
        return ShapeCompiler.compile(type);
    }

    /** Everything that is wrong with {@code document}; if that is nothing, {@link Json#MAPPER} can bind it. */
    public final List<Fault> check(JsonNode document) {
        Faults faults = new Faults();
        check(document, Path.ROOT, faults);
        return faults.list();
    }

    final void check(JsonNode node, Path at, Faults faults) {
        if (node.isMissingNode()) {
            return; // refused by the reader already, which has said why
        }
        inspect(node, at, faults);
    }

    abstract void inspect(JsonNode node, Path at, Faults faults);

    /** What is expected, to follow "expected": "a string", "a list". */
    abstract String expectation();

    final void wrongType(JsonNode node, Path at, Faults faults, String advice) {
        faults.add(at, "wrong-type", "Expected " + expectation() + ", found " + found(node) + "." + advice);
    }

    private static String found(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "the string " + Quote.of(node.textValue());
            case NUMBER -> "the number " + node.asText();
            case BOOLEAN -> node.asText();
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case NULL -> "null";
            default -> "nothing";
        };
    }
}
