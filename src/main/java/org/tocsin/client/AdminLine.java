package org.tocsin.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.tocsin.json.Json;

/** Keycloak's admin API of our realm, under one account of ours. Never called inside a transaction. */
final class AdminLine {

    private final HttpClient http;
    private final Duration timeout;
    private final String token;
    private final String realm;
    private final String account;
    private final Optional<String> secret;

    AdminLine(String issuer, String account, Optional<String> secret, Duration timeout) {
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
        this.timeout = timeout;
        this.token = issuer + "/protocol/openid-connect/token";
        this.realm = issuer.replaceFirst("/realms/(?=[^/]+/?$)", "/admin/realms/");
        this.account = account;
        this.secret = secret.filter(written -> !written.isBlank());
    }

    boolean hasAccount() {
        return secret.isPresent();
    }

    /**
     * One access token, for as many requests as one act needs. A connection that was kept may have ended at the other side meanwhile, which is only seen
     * when it is used; to ask for a token twice does no harm, and what follows goes over one that was just used.
     */
    Session open() {
        String form = "grant_type=client_credentials&client_id=" + encoded(account)
                + "&client_secret=" + encoded(secret.orElseThrow(() -> new IdentityProviderDown("no account there", null)));
        try {
            return session(form);
        } catch (IdentityProviderDown ended) {
            if (!(ended.getCause() instanceof IOException) || ended.getCause() instanceof HttpTimeoutException) {
                throw ended;
            }
            return session(form);
        }
    }

    private Session session(String form) {
        return new Session(answer(HttpRequest.newBuilder(URI.create(token))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))).path("access_token").asText());
    }

    final class Session {

        private final String access;

        private Session(String access) {
            this.access = access;
        }

        /**
         * @param path within the realm: /users?max=1
         * @param body JSON; null for none
         * @return missing where the answer has no body
         */
        JsonNode send(String method, String path, String body) {
            return answer(HttpRequest.newBuilder(URI.create(realm + path))
                    .header("Authorization", "Bearer " + access)
                    .header("Content-Type", "application/json")
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        }

        JsonNode get(String path) {
            return send("GET", path, null);
        }
    }

    private JsonNode answer(HttpRequest.Builder request) {
        HttpRequest sent = request.timeout(timeout).build();
        try {
            HttpResponse<byte[]> answer = http.send(sent, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new IdentityProviderDown(sent.method() + " " + sent.uri().getPath() + " answered " + answer.statusCode(), answer.statusCode());
            }
            return answer.body().length == 0 ? Json.MAPPER.missingNode() : Json.MAPPER.readTree(answer.body());
        } catch (IOException unreachable) {
            throw new IdentityProviderDown(sent.method() + " " + sent.uri().getPath() + " was not answered", unreachable);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IdentityProviderDown("interrupted", e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
