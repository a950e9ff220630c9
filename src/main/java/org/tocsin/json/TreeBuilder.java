package org.tocsin.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;

/** Builds the tree token by token, so that each fault is found where it stands. Recursion ends at the depth limit. */
final class TreeBuilder {

    /** No field of ours comes near; it keeps pointers, and so our answers, short. */
    private static final int MAX_NAME_LENGTH = 100;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonNode REFUSED = MissingNode.getInstance();

    private final JsonParser parser;
    private final int maxDepth;
    private final Faults faults;

    TreeBuilder(JsonParser parser, int maxDepth, Faults faults) {
        this.parser = parser;
        this.maxDepth = maxDepth;
        this.faults = faults;
    }

    /** The value whose first token the parser stands on; leaves it on the value's last token. */
    JsonNode value(Path at, int depth) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> depth > maxDepth ? tooDeep(at) : object(at, depth);
            case START_ARRAY -> depth > maxDepth ? tooDeep(at) : list(at, depth);
            case VALUE_STRING -> text(at);
            case VALUE_NUMBER_INT -> Numbers.integer(parser.getText(), at, faults);
            case VALUE_NUMBER_FLOAT -> Numbers.fraction(parser.getText(), at, faults);
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NULL -> NullNode.getInstance();
            default -> throw new IllegalStateException("no value starts with " + parser.currentToken());
        };
    }

    private ObjectNode object(Path at, int depth) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (nameTaken(object, name, at)) {
                object.set(name, value(at.to(name), depth + 1));
            } else {
                parser.skipChildren();
            }
        }
        return object;
    }

    private boolean nameTaken(ObjectNode object, String name, Path at) {
        if (name.length() > MAX_NAME_LENGTH) {
            faults.add(at, "name-too-long", "The field name " + Quote.of(name) + " is longer than "
                    + MAX_NAME_LENGTH + " characters; no such field is known.");
            return false;
        }
        int odd = Characters.firstForbidden(name);
        if (odd >= 0) {
            faults.add(at, "forbidden-character", "In the field name " + Quote.of(name) + ": " + Characters.why(odd));
            return false;
        }
        if (object.has(name)) {
            faults.add(at.to(name), "duplicate-field",
                    "The field " + Quote.of(name) + " stands here more than once; send it once.");
            return false;
        }
        return true;
    }

    private ArrayNode list(Path at, int depth) throws IOException {
        ArrayNode list = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(at.to(list.size()), depth + 1));
        }
        return list;
    }

    private JsonNode text(Path at) throws IOException {
        String text = parser.getText();
        int odd = Characters.firstForbidden(text);
        if (odd < 0) {
            return TextNode.valueOf(text);
        }
        faults.add(at, "forbidden-character", Characters.why(odd));
        return REFUSED;
    }

    private JsonNode tooDeep(Path at) throws IOException {
        faults.add(at, "too-deep", "Objects and lists are nested deeper than " + maxDepth + " levels here; flatten them.");
        parser.skipChildren();
        return REFUSED;
    }
}
