package org.tocsin.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** One word of a list: an enum, as it is written on the wire. */
final class WordShape extends Shape {

    private final List<String> words;

    WordShape(Class<?> type) {
        this.words = Stream.of(type.getEnumConstants()).map(c -> Json.MAPPER.convertValue(c, String.class)).toList();
    }

    @Override
    String expectation() {
        return "one of " + String.join(", ", words);
    }

    @Override
    Input input() {
        return new Input(Input.Kind.WORD, words, Integer.MAX_VALUE);
    }

    @Override
    void inspect(JsonNode node, Path at, Faults faults) {
        if (!node.isTextual()) {
            wrongType(node, at, faults, "");
        } else if (!words.contains(node.textValue())) {
            faults.add(at, "unknown-word", Quote.of(node.textValue()) + " is not known here."
                    + Nearest.hint(node.textValue(), words) + " It is " + expectation() + ".", String.join(", ", words));
        }
    }
}
