package org.tocsin.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.tocsin.json.Json;

/**
 * The issuer's name and keys. The framework has them too, but does not lend them to those who look at tokens that
 * it refuses. What was read once is kept when the issuer is down.
 */
@ApplicationScoped
class IssuerKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long FRESH_NANOS = Duration.ofMinutes(5).toNanos();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI discovery;
    private volatile Known known;

    IssuerKeys(@ConfigProperty(name = "tocsin.issuer") String issuer) {
        discovery = URI.create(issuer + "/.well-known/openid-configuration");
    }

    /** @param name what its tokens carry as {@code iss} */
    record Known(String name, List<JsonWebKey> keys, long readAt) {
    }

    /** @throws IOException when it was never read and the issuer does not answer */
    Known get() throws IOException {
        Known now = known;
        if (now == null || System.nanoTime() - now.readAt > FRESH_NANOS) {
            try {
                now = read();
                known = now;
            } catch (IOException issuerIsDown) {
                if (now == null) {
                    throw issuerIsDown;
                }
            }
        }
        return now;
    }

    private Known read() throws IOException {
        long at = System.nanoTime();
        JsonNode description = fetch(discovery);
        try {
            JsonNode keys = fetch(URI.create(description.path("jwks_uri").asText()));
            return new Known(description.path("issuer").asText(), new JsonWebKeySet(keys.toString()).getJsonWebKeys(), at);
        } catch (JoseException | IllegalArgumentException unusable) {
            throw new IOException("The issuer's keys cannot be read", unusable);
        }
    }

    private JsonNode fetch(URI address) throws IOException {
        try {
            HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException(address + " answered " + answer.statusCode());
            }
            return Json.MAPPER.readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
