package org.tocsin.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;

/**
 * What a client may rely on, written as OpenAPI 3.0: the comparing library does not see all of 3.1, where a type may be
 * a list and words may stand beside a reference.
 */
record Contract(ObjectNode document) {

    private static final YAMLMapper YAML = new YAMLMapper();

    static ObjectNode read(Path file) throws IOException {
        return (ObjectNode) YAML.readTree(Files.readString(file));
    }

    static Contract of(ObjectNode description) {
        ObjectNode document = description.deepCopy();
        document.put("openapi", "3.0.3");
        plain(document);
        promiseAnswers(document);
        return new Contract(document);
    }

    /** @return the operations that a client of this contract could not use as before; empty when there are none */
    List<String> brokenBy(Contract next) {
        ChangedOpenApi changes = OpenApiCompare.fromContents(document.toString(), next.document.toString());
        List<String> broken = new ArrayList<>();
        changes.getMissingEndpoints().forEach(gone -> broken.add(gone.getMethod() + " " + gone.getPathUrl() + " is gone"));
        changes.getChangedOperations().stream().filter(ChangedOperation::isIncompatible)
                .forEach(changed -> broken.add(changed.getHttpMethod() + " " + changed.getPathUrl()));
        return broken;
    }

    /** Whoever reads an answer relies on its fields; the library counts only those as promised that are required. */
    private static void promiseAnswers(ObjectNode document) {
        Set<String> sent = new HashSet<>();
        document.path("paths").findValues("requestBody").forEach(body -> reached(document, body, sent));
        document.at("/components/schemas").properties().stream()
                .filter(schema -> !sent.contains(schema.getKey()) && schema.getValue().has("properties"))
                .forEach(schema -> {
                    ArrayNode required = ((ObjectNode) schema.getValue()).putArray("required");
                    schema.getValue().path("properties").fieldNames().forEachRemaining(required::add);
                });
    }

    private static void reached(ObjectNode document, JsonNode from, Set<String> names) {
        from.findValuesAsText("$ref").stream()
                .map(reference -> reference.replace("#/components/schemas/", ""))
                .filter(names::add)
                .forEach(name -> reached(document, document.at("/components/schemas/" + name), names));
    }

    private static void plain(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.path("type") instanceof ArrayNode types) {
                for (JsonNode type : types) {
                    if (type.asText().equals("null")) {
                        object.put("nullable", true);
                    } else {
                        object.set("type", type);
                    }
                }
            }
            if (object.path("examples").isArray()) {
                object.remove("examples");
            }
            // Roles are held by RolesTest; the library compares only schemes that the document defines.
            object.remove("security");
            if (object.has("$ref")) {
                object.retain("$ref");
            }
        }
        node.forEach(Contract::plain);
    }
}
