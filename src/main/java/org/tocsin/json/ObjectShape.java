package org.tocsin.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** An object with known fields. A field that is null counts as absent. */
final class ObjectShape extends Shape {

    record Field(Shape shape, Constraints constraints) {
    }

    private final Map<String, Field> fields;
    private final int minProperties;

    /** @param minProperties how many fields must be there, whichever they are */
    ObjectShape(Map<String, Field> fields, int minProperties) {
        this.fields = fields;
        this.minProperties = minProperties;
    }

    @Override
    String expectation() {
        return "an object";
    }

    @Override
    void inspect(JsonNode node, Path at, Faults faults) {
        if (!node.isObject()) {
            wrongType(node, at, faults, "");
            return;
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (faults.full()) {
                faults.thereIsMore();
                return;
            }
            Field field = fields.get(entry.getKey());
            if (field == null) {
                faults.add(at.to(entry.getKey()), "unknown-field", unknown(entry.getKey()));
            } else if (!entry.getValue().isNull()) {
                field.shape.check(entry.getValue(), at.to(entry.getKey()), faults);
            }
        }
        if (present(node) < minProperties) {
            faults.add(at, "too-few-fields", "At least " + minProperties + " of these is needed: "
                    + String.join(", ", fields.keySet()) + ".");
        }
        fields.forEach((name, field) -> {
            if (field.constraints.required() && (!node.has(name) || node.get(name).isNull())) {
                faults.add(at.to(name), "missing", "The field \"" + name + "\" is required; expected "
                        + field.shape.expectation() + ".");
            }
        });
    }

    @Override
    Optional<String> objection(String step, JsonNode node) {
        return fields.containsKey(step) ? Optional.empty() : Optional.of(unknown(step));
    }

    @Override
    Shape below(String step, JsonNode node) {
        return fields.get(step).shape;
    }

    private long present(JsonNode node) {
        return minProperties == 0 ? 0 : node.properties().stream().filter(e -> !e.getValue().isNull()).count();
    }

    private String unknown(String name) {
        return "No field " + Quote.of(name) + " is known here." + sameButForUnit(name);
    }

    /** {@code offsetMs} is no misspelling: the field exists, in another unit. */
    private String sameButForUnit(String name) {
        String stem = Unit.stem(name).replace("_", "").replace("-", "");
        for (Map.Entry<String, Field> field : fields.entrySet()) {
            Constraints constraints = field.getValue().constraints;
            if (constraints.unit() != null && field.getKey().length() > stem.length()
                    && field.getKey().regionMatches(true, 0, stem, 0, stem.length())
                    && Unit.stem(field.getKey()).equalsIgnoreCase(stem)) {
                return " Did you mean \"" + field.getKey() + "\"? It takes " + constraints.unitName() + ".";
            }
        }
        return Nearest.hint(name, fields.keySet());
    }
}
