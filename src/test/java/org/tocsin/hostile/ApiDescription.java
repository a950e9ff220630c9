package org.tocsin.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the operations of docs/openapi.yaml. */
final class ApiDescription {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head");

    private ApiDescription() {
    }

    static List<ApiOperation> operations(Path file) throws IOException {
        JsonNode description = new ObjectMapper(new YAMLFactory()).readTree(file.toFile());
        List<ApiOperation> operations = new ArrayList<>();
        description.path("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(each -> {
            if (METHODS.contains(each.getKey())) {
                operations.add(operation(each.getKey(), path.getKey(), each.getValue()));
            }
        }));
        return operations;
    }

    private static ApiOperation operation(String method, String path, JsonNode operation) {
        List<ApiOperation.Parameter> parameters = new ArrayList<>();
        operation.path("parameters").forEach(each ->
                parameters.add(new ApiOperation.Parameter(each.path("in").asText(), each.path("name").asText())));
        Map<String, JsonNode> bodies = new LinkedHashMap<>();
        operation.path("requestBody").path("content").fields().forEachRemaining(type -> bodies.put(type.getKey(), example(type.getValue())));
        Map<Integer, Set<String>> answers = new LinkedHashMap<>();
        operation.path("responses").fields().forEachRemaining(answer -> {
            Set<String> types = new TreeSet<>();
            answer.getValue().path("content").fieldNames().forEachRemaining(types::add);
            answers.put(answer.getKey().equals("default") ? ApiOperation.ANY_REFUSAL : Integer.parseInt(answer.getKey()), types);
        });
        List<String> roles = new ArrayList<>();
        operation.path("security").forEach(each -> each.path("bearer").forEach(role -> roles.add(role.asText())));
        return new ApiOperation(method.toUpperCase(Locale.ROOT), path, parameters, bodies, answers, roles);
    }

    private static JsonNode example(JsonNode body) {
        for (JsonNode example : body.path("examples")) {
            return example.path("value");
        }
        return body.has("example") ? body.path("example") : MissingNode.getInstance();
    }
}
