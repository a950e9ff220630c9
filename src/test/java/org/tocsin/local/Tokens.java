package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Access tokens of the demo's people and machines, from a real Keycloak. */
public final class Tokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEMO = "demo";

    private final String realmOverHttp;
    private final String realmOverTls;
    private final String issuer;

    private Tokens(Keycloak.Addresses keycloak, String realm) {
        this.realmOverHttp = keycloak.plain() + "/realms/" + realm;
        this.realmOverTls = keycloak.tls() + "/realms/" + realm;
        this.issuer = keycloak.issuer(realm);
    }

    public static Tokens from(Keycloak keycloak, String realm) {
        return from(keycloak.addresses(), realm);
    }

    public static Tokens from(Keycloak.Addresses keycloak, String realm) {
        return new Tokens(keycloak, realm);
    }

    /** As a person gets one from a terminal, through the public client `cli`. */
    public String ofPerson(String user) {
        return ofPerson("cli", user, DEMO);
    }

    /** Through another public client than `cli`. */
    public String ofPersonThrough(String client, String user) {
        return ofPerson(client, user, DEMO);
    }

    String ofPerson(String client, String user, String password) {
        return ask(realmOverHttp, HttpClient.newHttpClient(),
                Map.of("grant_type", "password", "client_id", client, "username", user, "password", password));
    }

    /** Of a client with a secret, such as `sensor-a`. */
    public String ofClient(String client) {
        return ofClient(client, DEMO);
    }

    public String ofClient(String client, String secret) {
        return ask(realmOverHttp, HttpClient.newHttpClient(),
                Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    /** Of a client with private_key_jwt; the token is bound to the certificate that the TLS connection shows, if any. */
    public String ofSigningClient(String client, SigningKey key, SSLContext tls) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", client);
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion", assertion(client, key.read()));
        return ask(realmOverTls, HttpClient.newBuilder().sslContext(tls).build(), form);
    }

    /** Of a client that proves itself by the certificate that the TLS connection shows (RFC 8705 §2.1). */
    public String ofCertificateClient(String client, SSLContext tls) {
        return ask(realmOverTls, HttpClient.newBuilder().sslContext(tls).build(),
                Map.of("grant_type", "client_credentials", "client_id", client));
    }

    /** RFC 7523 §3. */
    private String assertion(String client, PublicJsonWebKey key) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(client);
        claims.setSubject(client);
        claims.setAudience(issuer);
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(1);
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setKey(key.getPrivateKey());
        jws.setPayload(claims.toJson());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ask(String realm, HttpClient http, Map<String, String> form) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode body = JSON.readTree(answer.body());
            if (!body.has("access_token")) {
                throw new StackFailure("No token from " + realm + ": " + answer.statusCode() + " " + answer.body());
            }
            return body.path("access_token").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while asking for a token", e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
