package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What the stack asks of Keycloak's administration interface. */
final class KeycloakAdmin {

    static final String USER = "stack";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI realms;
    private final String token;

    KeycloakAdmin(Keycloak.Addresses keycloak, String password) {
        this.realms = URI.create(keycloak.plain() + "/admin/realms");
        this.token = Tokens.from(keycloak, "master").ofPerson("admin-cli", USER, password);
    }

    /**
     * Brings a realm to what its file says, by replacing it whole.
     *
     * <p>Kept: the subjects of the demo's people and clients, for the file fixes their ids. Not kept: sessions, the
     * realm's keys (tokens issued before no longer verify), and whatever was changed or added by hand. If we are cut
     * off between the two calls the realm is missing, and the next start makes it.
     */
    boolean apply(RealmFile file) {
        Optional<JsonNode> running = realm(file.name());
        if (!file.isDue(running)) {
            return false;
        }
        if (running.isPresent()) {
            expect(204, send(HttpRequest.newBuilder(uri(file.name())).DELETE()), "remove realm " + file.name());
        }
        expect(201, send(HttpRequest.newBuilder(realms).POST(BodyPublishers.ofString(file.content().toString()))),
                "import realm " + file.name());
        return true;
    }

    /** Adds a client, unless it is there. */
    void addClient(String realm, JsonNode client) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(uri(realm) + "/clients"))
                .POST(BodyPublishers.ofString(client.toString())));
        if (answer.statusCode() != 409) {
            expect(201, answer, "add client " + client.path("clientId"));
        }
    }

    private Optional<JsonNode> realm(String name) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(name)).GET());
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        expect(200, answer, "read realm " + name);
        try {
            return Optional.of(JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URI uri(String realm) {
        return URI.create(realms + "/" + realm);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.header("Authorization", "Bearer " + token).header("Content-Type", "application/json").build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while talking to Keycloak", e);
        }
    }

    private static void expect(int status, HttpResponse<String> answer, String what) {
        if (answer.statusCode() != status) {
            throw new StackFailure("Keycloak would not " + what + ": " + answer.statusCode() + " " + answer.body());
        }
    }
}
