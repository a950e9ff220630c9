package org.tocsin.audit.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The entries that were proved to be in the log, by which the rest of a file is: what they say, as far as they are opened. */
final class ProvedEntries {

    private final Set<String> leaves = new HashSet<>();
    private final Map<String, JsonNode> opened = new HashMap<>();

    /** @param leaf its hash, hexadecimal */
    void add(String leaf) {
        leaves.add(leaf);
    }

    /** @param said what it says: type, actor, at, detail */
    void add(String leaf, JsonNode said) {
        leaves.add(leaf);
        opened.put(leaf, said);
    }

    boolean has(String leaf) {
        return leaves.contains(leaf);
    }

    boolean isEmpty() {
        return leaves.isEmpty();
    }

    /** Nothing when it is closed, or not in the log. */
    Optional<JsonNode> opened(String leaf) {
        return Optional.ofNullable(opened.get(leaf));
    }

    /** What those of these types say in detail. */
    Stream<JsonNode> details(String... types) {
        return opened.values().stream().filter(said -> List.of(types).contains(said.path("type").asText())).map(said -> said.path("detail"));
    }
}
