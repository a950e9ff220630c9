package org.tocsin.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Times whose clock somebody does not trust. A submission has no field for that, and what is doubted must not be lost: it is said in the note
 * of the entry in which the time stands.
 */
final class Doubts {

    /** In the report's own language of record. */
    static final String NOTE = "Told by a clock that is not trusted: ";

    private static final Set<String> WITH_NOTES = Set.of("observations", "indicators");

    private Doubts() {
    }

    /** The names of the doubted times of an entry, as the schema has them. */
    static List<String> under(JsonNode typed) {
        List<String> found = new ArrayList<>();
        collect("", typed, found);
        return found;
    }

    private static void collect(String name, JsonNode typed, List<String> found) {
        if (TypedTime.is(typed)) {
            if (!typed.path(TypedTime.DOUBT).asText().isEmpty() && TypedTime.written(typed).isPresent()) {
                found.add(name);
            }
        } else if (typed.isObject()) {
            typed.properties().forEach(field -> collect(name.isEmpty() ? field.getKey() : name + "." + field.getKey(), field.getValue(), found));
        } else if (typed.isArray()) {
            typed.forEach(each -> collect(name, each, found));
        }
    }

    /** An entry of a list with its doubts in its note; once, however often the draft is read. */
    static JsonNode noted(String list, JsonNode typed, JsonNode entry) {
        if (list.equals("measures") && entry.path("value").isTextual()) {
            ((ObjectNode) entry).put("value", Reading.decimal(entry.path("value").textValue()));
        }
        List<String> doubted = WITH_NOTES.contains(list) && entry.isObject() ? under(typed) : List.of();
        if (doubted.isEmpty()) {
            return entry;
        }
        String words = NOTE + String.join(", ", doubted) + ".";
        String note = entry.path("note").asText();
        return note.contains(words) ? entry : ((ObjectNode) entry).put("note", note.isEmpty() ? words : note + "\n" + words);
    }
}
