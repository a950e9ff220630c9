package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** Registers further machine clients at the national CERT's realm, for tests of who may do what. */
public final class TestClients {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PASSWORD = Path.of("target", "stack", "keycloak", "admin.password");

    private TestClients() {
    }

    /** A new client that proves itself with the gateway's key, and whose tokens are bound to its certificate. */
    public static String bound(String role) {
        return register(role, true);
    }

    /** The same, but its tokens are bound to nothing. */
    public static String unbound(String role) {
        return register(role, false);
    }

    private static String register(String role, boolean bound) {
        String id = "client-" + UUID.randomUUID();
        ask("POST", "/clients", Map.of(
                "clientId", id,
                "protocol", "openid-connect",
                "publicClient", false,
                "standardFlowEnabled", false,
                "serviceAccountsEnabled", true,
                "clientAuthenticatorType", "client-jwt",
                "attributes", Map.of(
                        "token.endpoint.auth.signing.alg", "ES256",
                        "use.jwks.string", "true",
                        "jwks.string", TestStack.certificates().gatewayAssertion().publicKeys(),
                        "tls.client.certificate.bound.access.tokens", Boolean.toString(bound)),
                "protocolMappers", List.of(Map.of(
                        "name", "audience tocsin",
                        "protocol", "openid-connect",
                        "protocolMapper", "oidc-audience-mapper",
                        "config", Map.of("included.custom.audience", "tocsin", "access.token.claim", "true")))));
        String client = ask("GET", "/clients?clientId=" + id, null).path(0).path("id").asText();
        String account = ask("GET", "/clients/" + client + "/service-account-user", null).path("id").asText();
        ask("POST", "/users/" + account + "/role-mappings/realm", List.of(ask("GET", "/roles/" + role, null)));
        return id;
    }

    /** Its token, fetched with the gateway's certificate. */
    public static String token(String client) {
        Certificates certificates = TestStack.certificates();
        return TestStack.tokens(Keycloak.CERT)
                .ofSigningClient(client, certificates.gatewayAssertion(), certificates.as(certificates.gateway()));
    }

    private static JsonNode ask(String method, String path, Object body) {
        try {
            String token = TestStack.tokens("master").ofPerson("admin-cli", KeycloakAdmin.USER, Files.readString(PASSWORD));
            HttpRequest.BodyPublisher content = body == null ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
            int port = ConfigProvider.getConfig().getValue("tocsin.test.keycloak", Integer.class);
            HttpResponse<String> answer = HttpClient.newHttpClient().send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/admin/realms/" + Keycloak.CERT + path))
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
