package org.tocsin.asset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tocsin.json.Json;
import org.tocsin.problem.Fault;

/**
 * Finds everything that is wrong with one entry at once: what is wrong with the shape of its fields, and how the others stand to each
 * other. A field that is wrong in itself is left out when the rest is looked at, so nothing is told twice.
 */
final class EntryFaults {

    private EntryFaults() {
    }

    /**
     * @param entry as it was sent
     * @param shape what is wrong with it in itself, by pointers into it
     * @param rules what is wrong with an entry whose shape is right
     */
    static List<Fault> of(JsonNode entry, List<Fault> shape, Function<AssetDocument, List<Fault>> rules) {
        List<Fault> all = new ArrayList<>(shape);
        Set<String> wrong = shape.stream().map(fault -> field(fault.pointer())).collect(Collectors.toSet());
        if (entry instanceof ObjectNode && !wrong.contains("")) {
            ObjectNode sound = ((ObjectNode) entry).deepCopy().without(wrong.stream().map(EntryFaults::plain).toList());
            rules.apply(bind(sound)).stream().filter(fault -> !wrong.contains(field(fault.pointer()))).forEach(all::add);
        }
        return all;
    }

    /** The first step of a pointer; empty for the whole. */
    static String field(String pointer) {
        String[] steps = pointer.split("/", 3);
        return steps.length < 2 ? "" : steps[1];
    }

    private static String plain(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }

    static AssetDocument bind(JsonNode sound) {
        try {
            return Json.MAPPER.treeToValue(sound, AssetDocument.class);
        } catch (JsonProcessingException shapeAndRecordDisagree) {
            throw new IllegalStateException("an entry of the right shape does not bind", shapeAndRecordDisagree);
        }
    }
}
