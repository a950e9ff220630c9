package org.tocsin.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
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

    /**
     * Whether a value of this shape's could stand at a place in a document.
     *
     * @param place    as an RFC 6901 JSON Pointer
     * @param document decides what the shape alone does not: which elements a list has, which variant an object is
     * @return why not, as a sentence; empty when it could
     */
    public final Optional<String> objection(JsonPointer place, JsonNode document) {
        Shape shape = this;
        JsonNode node = document;
        for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
            String step = rest.getMatchingProperty();
            Optional<String> objection = shape.objection(step, node);
            if (objection.isPresent()) {
                return objection;
            }
            shape = shape.below(step, node);
            node = node.isArray() ? node.path(rest.getMatchingIndex()) : node.path(step);
        }
        return Optional.empty();
    }

    /**
     * What a person is given to fill in such a place.
     *
     * @param place to which there is no {@link #objection}
     */
    public final Input input(JsonPointer place, JsonNode document) {
        Shape shape = this;
        JsonNode node = document;
        for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
            shape = shape.below(rest.getMatchingProperty(), node);
            node = node.isArray() ? node.path(rest.getMatchingIndex()) : node.path(rest.getMatchingProperty());
        }
        return shape.input();
    }

    Input input() {
        return Input.of(Input.Kind.PARTS);
    }

    /** Why nothing can stand at {@code step} below a node of this shape; most shapes have nothing below them. */
    Optional<String> objection(String step, JsonNode node) {
        return Optional.of("There is nothing below this value that " + Quote.of(step) + " could name: expected "
                + expectation() + ".");
    }

    /** The shape of what stands at {@code step}, when there is no objection to it. */
    Shape below(String step, JsonNode node) {
        throw new IllegalStateException("nothing stands below " + expectation());
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
