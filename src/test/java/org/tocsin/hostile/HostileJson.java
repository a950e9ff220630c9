package org.tocsin.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Spoils a JSON document: first as a tree, then as text, then as bytes. */
final class HostileJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private HostileJson() {
    }

    static byte[] spoiled(Random random, JsonNode sound, String marker) {
        JsonNode tree = sound.isMissingNode() ? NODES.objectNode() : sound.deepCopy();
        for (int i = random.nextInt(3); i >= 0; i--) {
            tree = changed(random, tree, marker);
        }
        String text = text(random, tree.toString(), marker);
        return bytes(random, text);
    }

    private static JsonNode changed(Random random, JsonNode tree, String marker) {
        List<JsonNode> places = new ArrayList<>();
        containers(tree, places);
        if (places.isEmpty() || random.nextInt(15) == 0) {
            return value(random, marker);
        }
        JsonNode place = places.get(random.nextInt(places.size()));
        if (place instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            if (names.isEmpty() || random.nextInt(8) == 0) {
                object.set(HostileText.any(random, marker), value(random, marker));
            } else if (random.nextInt(8) == 0) {
                object.remove(names.get(random.nextInt(names.size())));
            } else {
                object.set(names.get(random.nextInt(names.size())), value(random, marker));
            }
        } else if (place instanceof ArrayNode array) {
            for (int i = random.nextInt(30) == 0 ? 2000 : 1; i > 0; i--) {
                array.add(value(random, marker));
            }
        }
        return tree;
    }

    private static void containers(JsonNode node, List<JsonNode> found) {
        if (node.isContainerNode()) {
            found.add(node);
            node.forEach(each -> containers(each, found));
        }
    }

    private static JsonNode value(Random random, String marker) {
        return switch (random.nextInt(14)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt(100) - 50);
            case 3 -> NODES.numberNode(new BigInteger("9".repeat(1 + random.nextInt(40))));
            case 4 -> NODES.numberNode(new BigDecimal("1e" + (random.nextInt(800) - 400)));
            case 5 -> NODES.objectNode();
            case 6 -> NODES.arrayNode();
            case 7 -> NODES.objectNode().put(HostileText.any(random, marker), HostileText.any(random, marker));
            case 8 -> NODES.arrayNode().add(HostileText.any(random, marker)).add(1);
            default -> NODES.textNode(HostileText.any(random, marker));
        };
    }

    private static String text(Random random, String json, String marker) {
        return switch (random.nextInt(24)) {
            case 0 -> json.substring(0, random.nextInt(json.length() + 1));
            case 1 -> json + json;
            case 2 -> json.replaceFirst("\\{", "{\"version\":1,\"version\":2,");
            case 3 -> "[".repeat(random.nextInt(20_000)) + json;
            case 4 -> json.replaceFirst(":", ":NaN,\"x\":");
            case 5 -> json + " ".repeat(random.nextInt(300_000));
            case 6 -> "";
            case 7 -> "\ufeff" + json;
            case 8 -> json.replace('"', '\'');
            case 9 -> "/*" + marker + "*/" + json;
            case 10 -> json.replaceFirst("\"", "\"\\\\u0000\\\\ud800");
            default -> json;
        };
    }

    private static byte[] bytes(Random random, String text) {
        return switch (random.nextInt(24)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_16);
            case 1 -> text.getBytes(java.nio.charset.Charset.forName("UTF-32"));
            case 2 -> (text + "\u00ff\u00fe").getBytes(StandardCharsets.ISO_8859_1);
            case 3 -> HostileText.bytes(random, random.nextInt(2000));
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    static byte[] sound(JsonNode document) {
        try {
            return document.isMissingNode() ? "{}".getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(document);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
