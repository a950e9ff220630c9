package org.tocsin.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** An object whose discriminator says which of several shapes it has. */
final class ChoiceShape extends Shape {

    private final String discriminator;
    private final Map<String, Shape> variants;

    ChoiceShape(String discriminator, Map<String, Shape> variants) {
        this.discriminator = discriminator;
        this.variants = variants;
    }

    @Override
    String expectation() {
        return "an object with \"" + discriminator + "\", one of " + String.join(", ", variants.keySet());
    }

    @Override
    Optional<String> objection(String step, JsonNode node) {
        return variant(node).objection(step, node);
    }

    @Override
    Shape below(String step, JsonNode node) {
        return variant(node).below(step, node);
    }

    /** Of a node that has been checked, or of one that is not there: then nothing says which it would be. */
    private Shape variant(JsonNode node) {
        return variants.getOrDefault(node.path(discriminator).asText(), new ObjectShape(Map.of(), 0));
    }

    @Override
    void inspect(JsonNode node, Path at, Faults faults) {
        if (!node.isObject()) {
            wrongType(node, at, faults, "");
            return;
        }
        JsonNode named = node.path(discriminator);
        Shape variant = variants.get(named.asText());
        if (named.isTextual() && variant != null) {
            variant.check(node, at, faults);
        } else if (!node.has(discriminator) || named.isNull()) {
            faults.add(at.to(discriminator), "missing", "The field \"" + discriminator + "\" is required; it is one of "
                    + String.join(", ", variants.keySet()) + ".");
        } else if (!named.isMissingNode()) {
            faults.add(at.to(discriminator), "unknown-type", Quote.of(named.asText()) + " is not known here."
                    + Nearest.hint(named.asText(), variants.keySet()) + " It is one of "
                    + String.join(", ", variants.keySet()) + ".");
        }
    }
}
