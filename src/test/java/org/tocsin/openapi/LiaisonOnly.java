package org.tocsin.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.openapi.Description.Operation;

/**
 * What the API's own description says is for liaisons and auditors alone: members that it calls so, and those of schemas that only
 * operations for them answer with.
 */
final class LiaisonOnly {

    private static final String SAID = "For liaisons and auditors";
    private static final Set<String> OURS = Set.of("liaison", "auditor");

    private final Description description;

    LiaisonOnly(Description description) {
        this.description = description;
    }

    /** {@code Schema.member}. */
    Set<String> members() {
        Set<String> open = new HashSet<>();
        Set<String> closed = new HashSet<>();
        description.operations().forEach(operation -> (isOurs(operation) ? closed : open).addAll(named(operation.said().path("responses"))));
        Set<String> members = new TreeSet<>();
        for (String schema : reached(all(open, closed), true)) {
            properties(schema).forEach(property -> {
                if (isInside(property.getValue())) {
                    members.add(schema + "." + property.getKey());
                    closed.addAll(named(property.getValue()));
                }
            });
        }
        Set<String> only = new HashSet<>(reached(closed, true));
        only.removeAll(reached(open, false));
        only.forEach(schema -> properties(schema).forEach(property -> members.add(schema + "." + property.getKey())));
        return members;
    }

    List<Operation> readings() {
        return description.operations().stream().filter(operation -> operation.method().equals("GET")).toList();
    }

    private static boolean isOurs(Operation operation) {
        Set<String> roles = new HashSet<>();
        operation.said().path("security").findValues("bearer").forEach(names -> names.forEach(role -> roles.add(role.asText())));
        return !roles.isEmpty() && OURS.containsAll(roles);
    }

    private static boolean isInside(JsonNode property) {
        return property.path("description").asText().contains(SAID);
    }

    private Set<Map.Entry<String, JsonNode>> properties(String schema) {
        return schema(schema).path("properties").properties();
    }

    private JsonNode schema(String name) {
        return description.document().at("/components/schemas").path(name);
    }

    /** @param inside whether what is for our side alone is followed too */
    private Set<String> reached(Collection<String> from, boolean inside) {
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(from);
        while (!next.isEmpty()) {
            String schema = next.remove();
            if (seen.add(schema)) {
                properties(schema).stream().filter(property -> inside || !isInside(property.getValue()))
                        .forEach(property -> next.addAll(named(property.getValue())));
                schema(schema).properties().stream().filter(part -> !part.getKey().equals("properties"))
                        .forEach(part -> next.addAll(named(part.getValue())));
            }
        }
        return seen;
    }

    private static Set<String> named(JsonNode part) {
        Set<String> names = new HashSet<>();
        part.findValuesAsText("$ref").forEach(reference -> names.add(reference.replaceFirst(".*/", "")));
        return names;
    }

    private static Set<String> all(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
