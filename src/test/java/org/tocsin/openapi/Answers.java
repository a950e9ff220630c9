package org.tocsin.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tocsin.json.Json;

/** Whether JSON is what the description says it is: fields that it does not tell of are faults too. */
final class Answers {

    /** An OpenAPI 3.1 schema is one of JSON Schema 2020-12, and formats are kept too. */
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, registry ->
            registry.schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode components;
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    Answers(Description description) {
        this.components = closed(description.document().path("components").deepCopy());
    }

    /** @return what does not fit, in words; empty when all does */
    List<String> misfits(JsonNode schema, String json) {
        return compiled.computeIfAbsent(schema, this::compile).validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = Json.MAPPER.createObjectNode();
        whole.set("components", components);
        whole.putArray("allOf").add(closed(schema.deepCopy()));
        return REGISTRY.getSchema(whole.toString(), InputFormat.JSON);
    }

    /** An object that lists its properties has no others, unless it says so. */
    private static JsonNode closed(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("properties").isObject()
                && object.path("type").asText().equals("object") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(Answers::closed);
        return schema;
    }
}
