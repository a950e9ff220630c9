package org.tocsin.openapi;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.json.Json;

/** The API description as it is served, operation by operation. */
record Description(ObjectNode document) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head");

    /** @param said the operation's part of the description */
    record Operation(String method, String path, JsonNode said) {

        /** As tables of tests name it: {@code POST /api/v1/reports}. */
        String name() {
            return method + " " + path;
        }

        boolean needsARole() {
            return !said.path("security").isEmpty();
        }

        boolean hasBody() {
            return said.has("requestBody");
        }

        List<Example> requestExamples() {
            return examples(said.at("/requestBody/content"));
        }

        JsonNode answer(int status) {
            return said.path("responses").path(Integer.toString(status));
        }

        @Override
        public String toString() {
            return name();
        }
    }

    /** @param body as it is sent or answered: JSON as its text */
    record Example(String name, String mediaType, String body) {
    }

    static Description served() {
        return new Description((ObjectNode) Json.tree(given().get("/openapi?format=json").asByteArray()));
    }

    /** As docs/openapi.yaml has it, which is what is served: OpenApiTest. */
    static Description committed() {
        try {
            return new Description(Contract.read(Path.of("docs", "openapi.yaml")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operations.add(new Operation(operation.getKey().toUpperCase(), path.getKey(), operation.getValue()));
                }
            }
        }
        return operations;
    }

    static List<Example> examples(JsonNode content) {
        List<Example> examples = new ArrayList<>();
        for (Map.Entry<String, JsonNode> form : content.properties()) {
            form.getValue().path("examples").properties().forEach(example ->
                    examples.add(new Example(example.getKey(), form.getKey(), text(example.getValue().path("value")))));
        }
        return examples;
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
