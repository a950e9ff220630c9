package org.tocsin.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tocsin.json.Json;

/** Holds the headers of an answer against those that are described. */
final class HeaderCheck {

    /** HTTP's own, and those that every answer has. */
    private static final Set<String> ANYWHERE = Set.of("date", "content-type", "content-length", "content-encoding", "transfer-encoding",
            "connection", "cache-control", "vary", "allow", "set-cookie", "content-disposition", "x-content-type-options", "referrer-policy",
            "cross-origin-opener-policy", "content-security-policy", "strict-transport-security");
    private static final String COMPONENT = "#/components/headers/";

    private final JsonNode components;
    private final Answers answers;

    HeaderCheck(Description description, Answers answers) {
        this.components = description.document().at("/components/headers");
        this.answers = answers;
    }

    void check(JsonNode described, Exchange exchange, List<String> faults) {
        checkCaching(exchange, faults);
        Map<String, JsonNode> declared = new HashMap<>();
        described.path("headers").properties().forEach(header ->
                declared.put(header.getKey().toLowerCase(Locale.ROOT), resolved(header.getValue())));
        // An upload that was only begun has no attachment yet.
        boolean begun = "?0".equals(exchange.header("upload-complete"));
        declared.forEach((name, header) -> {
            if (!begun && header.path("required").asBoolean() && exchange.header(name) == null) {
                faults.add("the header " + name + " is missing");
            }
        });
        exchange.headers().forEach((name, values) -> {
            if (declared.containsKey(name)) {
                values.forEach(value -> answers.misfits(declared.get(name).path("schema"), json(declared.get(name).path("schema"), value))
                        .forEach(misfit -> faults.add("the header " + name + ": " + misfit)));
            } else if (!ANYWHERE.contains(name)) {
                faults.add("the header " + name + " is not described");
            }
        });
    }

    private static void checkCaching(Exchange exchange, List<String> faults) {
        if (!String.join(",", exchange.headers().getOrDefault("vary", List.of())).contains("Accept-Encoding")) {
            faults.add("Vary does not name Accept-Encoding");
        }
        boolean read = exchange.method().equals("GET") || exchange.method().equals("HEAD");
        if (exchange.path().startsWith("/api/") && !read && !"no-store".equals(exchange.header("cache-control"))) {
            faults.add("may be kept: Cache-Control is " + exchange.header("cache-control"));
        }
        if (exchange.path().startsWith("/api/") && exchange.header("cache-control") == null) {
            faults.add("Cache-Control is missing");
        }
    }

    private JsonNode resolved(JsonNode header) {
        return header.has("$ref") ? components.path(header.path("$ref").asText().replace(COMPONENT, "")) : header;
    }

    /** A number stands in a header as its digits. */
    private static String json(JsonNode schema, String value) {
        return schema.path("type").asText().equals("integer") ? value : Json.MAPPER.getNodeFactory().textNode(value).toString();
    }
}
