package org.tocsin.client;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tocsin.json.Json;
import org.tocsin.problem.Problem;

/**
 * Keycloak's admin API, as far as our account there may use it: the clients of our realm. Each call can be repeated.
 * Never called inside a transaction.
 */
@ApplicationScoped
class IdentityProvider {

    private final ClientConfig config;
    private final HttpClient http;
    private final String token;
    private final String clients;

    IdentityProvider(ClientConfig config, @ConfigProperty(name = "tocsin.issuer") String issuer) {
        this.config = config;
        this.http = HttpClient.newBuilder().connectTimeout(config.timeout()).build();
        this.token = issuer + "/protocol/openid-connect/token";
        this.clients = issuer.replaceFirst("/realms/(?=[^/]+/?$)", "/admin/realms/") + "/clients";
    }

    /** @throws Problem 503 when we have no account there */
    void demandAccount() {
        if (secret().isEmpty()) {
            throw new Problem(503, "not-configured", "Not configured",
                    "This instance has no account with which it could administer clients at the identity provider. "
                            + "Nothing was done. Give it one: tocsin.clients.account-secret.");
        }
    }

    boolean hasAccount() {
        return secret().isPresent();
    }

    private Optional<String> secret() {
        return config.accountSecret().filter(secret -> !secret.isBlank());
    }

    /**
     * Brings a client there to what it is here; makes it if there is none.
     *
     * @param secret a new one; empty to leave it as it is, or, for a new client, to one that nobody knows
     * @throws Problem 409 when there is a client of that name that was not enrolled here
     */
    void bring(Client client, Optional<String> secret) {
        String access = accessToken();
        Optional<JsonNode> there = find(client.id, access);
        if (there.isEmpty()) {
            send("POST", clients, access, ClientDocument.whole(client, secret).toString());
            return;
        }
        if (!there.get().path("attributes").path(ClientDocument.MARK).asBoolean()) {
            throw Problem.conflict("client-exists", "Client exists",
                    "The identity provider has a client of this name that was not enrolled here. Choose another name.");
        }
        send("PUT", clients + "/" + there.get().path("id").asText(), access, ClientDocument.changeable(client, secret).toString());
    }

    private Optional<JsonNode> find(String id, String access) {
        JsonNode found = send("GET", clients + "?clientId=" + encoded(id), access, null);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    private String accessToken() {
        String form = "grant_type=client_credentials&client_id=" + encoded(config.account())
                + "&client_secret=" + encoded(secret().orElseThrow(() -> new IdentityProviderDown("no account there", null)));
        return answer(HttpRequest.newBuilder(URI.create(token))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))).path("access_token").asText();
    }

    private JsonNode send(String method, String address, String access, String body) {
        return answer(HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + access)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private JsonNode answer(HttpRequest.Builder request) {
        HttpRequest sent = request.timeout(config.timeout()).build();
        try {
            HttpResponse<byte[]> answer = http.send(sent, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new IdentityProviderDown(sent.method() + " " + sent.uri().getPath() + " answered " + answer.statusCode(), null);
            }
            return answer.body().length == 0 ? Json.MAPPER.missingNode() : Json.MAPPER.readTree(answer.body());
        } catch (IOException unreachable) {
            throw new IdentityProviderDown(sent.method() + " " + sent.uri().getPath() + " was not answered", unreachable);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IdentityProviderDown("interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
