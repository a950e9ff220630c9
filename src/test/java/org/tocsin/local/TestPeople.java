package org.tocsin.local;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Registers further accounts at our own realm, for tests in which one person is not enough. */
public final class TestPeople {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PASSWORD = Path.of("target", "stack", "keycloak", "admin.password");
    private static final String DEMO = "demo";

    private TestPeople() {
    }

    /** Someone who asks with a token that was fetched once; it lasts for a test. */
    public record Account(String name, String token) {

        public RequestSpecification asks() {
            return given().auth().oauth2(token);
        }

        public RequestSpecification sends(String json) {
            return asks().contentType(ContentType.JSON).body(json);
        }
    }

    /** A person of an organisation. */
    public static Account person(String organisation, String role) {
        String name = "person-" + UUID.randomUUID();
        ask("POST", "/users", Map.of(
                "username", name,
                "enabled", true,
                "firstName", "Further",
                "lastName", "Person",
                "email", name + "@time.example",
                "emailVerified", true,
                "attributes", Map.of("organisation", List.of(organisation)),
                "credentials", List.of(Map.of("type", "password", "value", DEMO, "temporary", false))));
        give(ask("GET", "/users?exact=true&username=" + name, null).path(0).path("id").asText(), role);
        return new Account(name, TestStack.tokens().ofPerson(name));
    }

    /** A program of an organisation, with a role that is meant for people. */
    public static Account machine(String organisation, String role) {
        String name = "machine-" + UUID.randomUUID();
        ask("POST", "/clients", Map.of(
                "clientId", name,
                "protocol", "openid-connect",
                "publicClient", false,
                "standardFlowEnabled", false,
                "serviceAccountsEnabled", true,
                "secret", DEMO,
                "protocolMappers", List.of(
                        mapper("audience", "oidc-audience-mapper", Map.of("included.custom.audience", "tocsin", "access.token.claim", "true")),
                        mapper("organisation", "oidc-hardcoded-claim-mapper", Map.of("claim.name", "organisation",
                                "claim.value", organisation, "jsonType.label", "String", "access.token.claim", "true")))));
        String client = ask("GET", "/clients?clientId=" + name, null).path(0).path("id").asText();
        give(ask("GET", "/clients/" + client + "/service-account-user", null).path("id").asText(), role);
        return new Account(name, TestStack.tokens().ofClient(name));
    }

    private static Map<String, Object> mapper(String name, String kind, Map<String, String> config) {
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", kind, "config", config);
    }

    private static void give(String user, String role) {
        ask("POST", "/users/" + user + "/role-mappings/realm", List.of(ask("GET", "/roles/" + role, null)));
    }

    private static JsonNode ask(String method, String path, Object body) {
        try {
            String token = TestStack.tokens("master").ofPerson("admin-cli", KeycloakAdmin.USER, Files.readString(PASSWORD));
            HttpRequest.BodyPublisher content = body == null ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
            int port = ConfigProvider.getConfig().getValue("tocsin.test.keycloak", Integer.class);
            HttpResponse<String> answer = HttpClient.newHttpClient().send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/admin/realms/" + Keycloak.TOCSIN + path))
                            .header("Authorization", "Bearer " + token)
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
