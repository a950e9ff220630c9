package org.tocsin.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.stream.Stream;
import org.tocsin.json.Instants;
import org.tocsin.json.Json;

/** From what was typed to a submission, and back when a report is gone on with. */
final class Reading {

    /** In the report's own language of record: a liaison reads it, and other systems do. */
    static final String DOUBTED = "The clock that told when this was noticed is not trusted.";
    static final String NOT_TRUSTED = "not trusted by the sender";
    static final String DOUBTED_CLASSIFYING = "The clock that told when this was classified is not trusted.";
    static final String DOUBTED_MEASURES = "A clock that told when measures were taken is not trusted.";

    private Reading() {
    }

    /** @return what is sent; with faults in it where what was typed has them */
    static ObjectNode submission(Typed typed) {
        ObjectNode submission = object(typed.tree());
        submission.remove(Zones.LAST.substring(1));
        describe(submission, typed.text("/awareAt/doubt"), DOUBTED);
        describe(submission, typed.text("/classifiedAt/doubt"), DOUBTED_CLASSIFYING);
        describe(submission, Doubts.under(typed.tree().path("mitigations")).isEmpty() ? "" : "yes", DOUBTED_MEASURES);
        String clock = submission.path("occurred").path("clock").asText();
        if (!(typed.text("/occurred/from/doubt") + typed.text("/occurred/to/doubt")).isEmpty() && !clock.contains(NOT_TRUSTED)) {
            submission.withObject("/occurred").put("clock", clock.isEmpty() ? NOT_TRUSTED : clock + ", " + NOT_TRUSTED);
        }
        return submission;
    }

    private static void describe(ObjectNode submission, String doubt, String words) {
        String description = submission.path("description").asText();
        if (!doubt.isEmpty() && !description.contains(words)) {
            submission.put("description", description.isEmpty() ? words : description + "\n\n" + words);
        }
    }

    /** Empty texts, objects and lists say nothing, and are left out. */
    private static ObjectNode object(JsonNode typed) {
        ObjectNode made = Json.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> field : typed.properties()) {
            JsonNode value = value(field.getKey(), field.getValue());
            if (value != null) {
                made.set(field.getKey(), value);
            }
        }
        return made;
    }

    private static JsonNode value(String name, JsonNode typed) {
        if (TypedTime.is(typed) || typed.isObject() && Leaf.of(name) == Leaf.TIME) {
            return TypedTime.written(typed).<JsonNode>map(TextNode::valueOf).orElse(null);
        }
        if (typed.isObject()) {
            ObjectNode made = object(typed);
            return made.isEmpty() ? null : made;
        }
        if (typed.isArray()) {
            return list(name, typed);
        }
        return typed.isTextual() ? leaf(name, typed.textValue().strip()) : typed;
    }

    private static ArrayNode list(String name, JsonNode typed) {
        ArrayNode made = Json.MAPPER.createArrayNode();
        typed.forEach(item -> {
            JsonNode value = item.isTextual() ? TextNode.valueOf(item.textValue()) : value(name, item);
            if (value != null) {
                made.add(Doubts.noted(name, item, value));
            }
        });
        return made.isEmpty() ? null : made;
    }

    private static JsonNode leaf(String name, String text) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (Leaf.of(name)) {
            case INTEGER -> text.matches("-?[0-9]{1,15}") ? Json.MAPPER.getNodeFactory().numberNode(Long.parseLong(text)) : TextNode.valueOf(text);
            // Half of the world writes a comma.
            case DECIMAL -> TextNode.valueOf(decimal(text));
            case YES_NO -> text.equals("yes") || text.equals("no")
                    ? Json.MAPPER.getNodeFactory().booleanNode(text.equals("yes")) : TextNode.valueOf(text);
            case LINES -> lines(text);
            case TEXT, TIME -> TextNode.valueOf(text);
        };
    }

    static String decimal(String text) {
        return text.matches("-?[0-9]+,[0-9]+") ? text.replace(',', '.') : text;
    }

    private static ArrayNode lines(String text) {
        ArrayNode lines = Json.MAPPER.createArrayNode();
        Stream.of(text.split("\n")).map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
        return lines;
    }

    /** A submission that we keep, as someone could have typed it. */
    static Typed typed(JsonNode submission) {
        return new Typed((ObjectNode) typed("", submission));
    }

    private static JsonNode typed(String name, JsonNode said) {
        if (said.isObject()) {
            ObjectNode made = Json.MAPPER.createObjectNode();
            said.properties().forEach(field -> made.set(field.getKey(), typed(field.getKey(), field.getValue())));
            return made;
        }
        if (said.isArray()) {
            ArrayNode made = Json.MAPPER.createArrayNode();
            said.forEach(item -> made.add(item.isTextual() ? item : typed(name, item)));
            return made;
        }
        if (said.isTextual() && Leaf.of(name) == Leaf.TIME && Instants.parse(said.textValue()).instant() != null) {
            return TypedTime.of(Instants.parse(said.textValue()).instant());
        }
        return said.isBoolean() ? TextNode.valueOf(said.booleanValue() ? "yes" : "no") : said.isNumber() ? TextNode.valueOf(said.asText()) : said;
    }
}
