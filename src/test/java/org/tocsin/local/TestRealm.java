package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** What tests add to a realm that is running: further accounts and clients. */
final class TestRealm {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Keycloak's own gives the administrator's tokens a minute; each new one costs the check of a password. */
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static Instant keptUntil = Instant.EPOCH;
    private static String kept;

    private final String realm;

    TestRealm(String realm) {
        this.realm = realm;
    }

    void give(String user, String role) {
        ask("POST", "/users/" + user + "/role-mappings/realm", List.of(ask("GET", "/roles/" + role, null)));
    }

    /** A client with an account of its own, which gets the role. */
    void addClient(String id, Map<String, Object> client, String role) {
        ask("POST", "/clients", client);
        String internal = ask("GET", "/clients?clientId=" + id, null).path(0).path("id").asText();
        give(ask("GET", "/clients/" + internal + "/service-account-user", null).path("id").asText(), role);
    }

    private static synchronized String token() {
        if (Instant.now().isAfter(keptUntil)) {
            kept = TestStack.tokens("master").ofPerson("admin-cli", KeycloakAdmin.USER, Keycloak.adminPassword(TestStack.home()));
            keptUntil = Instant.now().plus(KEPT);
        }
        return kept;
    }

    JsonNode ask(String method, String path, Object body) {
        try {
            HttpRequest.BodyPublisher content = body == null ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
            int port = ConfigProvider.getConfig().getValue("tocsin.test.keycloak", Integer.class);
            HttpResponse<String> answer = HttpClient.newHttpClient().send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/admin/realms/" + realm + path))
                            .header("Authorization", "Bearer " + token())
                            .header("Content-Type", "application/json")
                            .method(method, content)
                            .build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new StackFailure("Keycloak refused " + method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while talking to Keycloak", e);
        }
    }
}
