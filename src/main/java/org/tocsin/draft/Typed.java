package org.tocsin.draft;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.tocsin.json.Json;

/**
 * What someone has typed so far: a tree like a submission's, whose leaves are as they were typed. Fields of forms are
 * named by their place in it (RFC 6901). Nothing that was typed is lost for being wrong.
 */
final class Typed {

    private static final Pattern PLACE = Pattern.compile("(/[A-Za-z0-9]{1,40}){1,6}");

    private final ObjectNode tree;

    Typed(ObjectNode tree) {
        this.tree = tree;
    }

    static Typed empty() {
        return new Typed(Json.MAPPER.createObjectNode());
    }

    ObjectNode tree() {
        return tree;
    }

    byte[] bytes() {
        return tree.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** As an input shows it; empty when nothing was typed. */
    String text(String place) {
        JsonNode found = tree.at(place);
        if (found.isArray()) {
            return StreamSupport.stream(found.spliterator(), false).map(JsonNode::asText).collect(Collectors.joining("\n"));
        }
        return found.isMissingNode() || found.isNull() || found.isObject() ? "" : found.asText();
    }

    int count(String list) {
        return tree.at(list).size();
    }

    /** Takes what a form says of places; whatever else it says is not of a report. */
    void take(MultivaluedMap<String, String> form) {
        new TreeMap<>(form).forEach((name, values) -> {
            if (PLACE.matcher(name).matches()) {
                put(name, String.join("\n", values));
            }
        });
    }

    void put(String place, String text) {
        JsonPointer at = JsonPointer.compile(place);
        ObjectNode parent = parent(at);
        if (parent != null) {
            parent.put(at.last().getMatchingProperty(), text.replace("\r\n", "\n"));
        }
    }

    void put(String place, JsonNode value) {
        JsonPointer at = JsonPointer.compile(place);
        ObjectNode parent = parent(at);
        if (parent != null) {
            parent.set(at.last().getMatchingProperty(), value);
        }
    }

    /** What a form leaves out when nothing is chosen: boxes and radios. */
    void clear(List<String> places) {
        places.forEach(place -> {
            JsonPointer at = JsonPointer.compile(place);
            if (tree.at(at.head()) instanceof ObjectNode parent) {
                parent.remove(at.last().getMatchingProperty());
            }
        });
    }

    void add(String list, ObjectNode item) {
        ArrayNode items = tree.at(list) instanceof ArrayNode there ? there : Json.MAPPER.createArrayNode();
        items.add(item);
        put(list, items);
    }

    void remove(String list, int index) {
        if (tree.at(list) instanceof ArrayNode items && index >= 0 && index < items.size()) {
            items.remove(index);
        }
    }

    /** Takes out the entries that say nothing. */
    void prune(String list) {
        if (tree.at(list) instanceof ArrayNode items) {
            for (int row = items.size() - 1; row >= 0; row--) {
                if (items.get(row).isObject() && Reading.submission(new Typed((ObjectNode) items.get(row))).isEmpty()) {
                    items.remove(row);
                }
            }
        }
    }

    /** Makes objects on the way there; never entries of a list, which are added. */
    private ObjectNode parent(JsonPointer place) {
        JsonNode node = tree;
        for (JsonPointer rest = place; !rest.tail().matches(); rest = rest.tail()) {
            JsonNode next = node.isArray() ? node.path(rest.getMatchingIndex()) : node.path(rest.getMatchingProperty());
            if (!next.isContainerNode()) {
                // What looks like an entry of a list is one, or nothing.
                if (!(node instanceof ObjectNode above) || rest.getMatchingIndex() >= 0) {
                    return null;
                }
                next = above.putObject(rest.getMatchingProperty());
            }
            node = next;
        }
        return node instanceof ObjectNode object && place.last().getMatchingIndex() < 0 ? object : null;
    }
}
