package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Gives both organisations the inventory of the demo, through the API as they would; only to one that has none. */
final class DemoInventory {

    private static final Path DIRECTORY = Path.of("src/main/docker/demo");
    private static final Map<String, String> OPERATORS = new TreeMap<>(Map.of("org-a", "operator-a", "org-b", "operator-b"));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalStack stack;

    DemoInventory(LocalStack stack) {
        this.stack = stack;
    }

    void load(Consumer<String> progress) {
        OPERATORS.forEach((organisation, operator) -> {
            Path file = DIRECTORY.resolve("inventory-" + organisation + ".json");
            if (Files.exists(file)) {
                load(organisation, Tokens.from(stack.identity(), Keycloak.TOCSIN).ofPerson(operator), file, progress);
            }
        });
    }

    private void load(String organisation, String token, Path file, Consumer<String> progress) {
        try {
            if (!hasNone(token)) {
                return;
            }
            JsonNode assets = JSON.readTree(file.toFile());
            for (JsonNode asset : assets) {
                put(token, asset);
            }
            progress.accept("Loaded " + assets.size() + " assets of " + organisation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean hasNone(String token) throws IOException {
        HttpResponse<String> answer = send(token, HttpRequest.newBuilder(assets("")).GET());
        if (answer.statusCode() != 200) {
            throw new StackFailure("The inventory could not be read: " + answer.statusCode() + " " + answer.body());
        }
        JsonNode list = JSON.readTree(answer.body());
        // A bare array, or a page that holds one.
        JsonNode items = list.isArray() ? list : list.path("items");
        return items.isEmpty();
    }

    private void put(String token, JsonNode asset) throws IOException {
        String ref = URLEncoder.encode(asset.path("ref").asText(), StandardCharsets.UTF_8).replace("+", "%20");
        HttpResponse<String> answer = send(token, HttpRequest.newBuilder(assets("/" + ref))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(asset.toString())));
        if (answer.statusCode() / 100 != 2) {
            throw new StackFailure("Asset " + ref + " of the demo was refused: " + answer.statusCode() + " " + answer.body());
        }
    }

    private URI assets(String path) {
        return URI.create(stack.tocsin().address() + "/api/v1/assets" + path);
    }

    private HttpResponse<String> send(String token, HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while loading the inventory", e);
        }
    }
}
