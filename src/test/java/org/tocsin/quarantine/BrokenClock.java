package org.tocsin.quarantine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.tocsin.client.Enrolling;
import org.tocsin.client.Line;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Certificates;
import org.tocsin.local.SigningKey;
import org.tocsin.local.TestPeople;
import org.tocsin.local.TestStack;
import org.tocsin.local.TestTokens;
import org.tocsin.report.Drafts;
import org.tocsin.seal.Sha256;

/** A sensor whose token has expired when it comes: its clock is late, or ours is ahead. */
public final class BrokenClock {

    static final String REPORTS = "/api/v1/reports";
    static final String NONCES = "/api/v1/quarantine/nonces";

    private final String client;
    private final String token;
    private final Line line;

    private BrokenClock(String client, String token, Line line) {
        this.client = client;
        this.token = token;
        this.line = line;
    }

    static Certificates certificates() {
        return TestStack.certificates();
    }

    static SigningKey key() {
        return certificates().gatewayAssertion();
    }

    /** Its token is bound to its certificate. */
    public static BrokenClock withCertificate() {
        Certificates.Identity own = certificates().otherClient();
        String client = enrolled(() -> Enrolling.sensorWithCertificate(own.certificate()));
        JwtClaims claims = expired(client);
        claims.setClaim("cnf", Map.of("x5t#S256", own.thumbprint()));
        return new BrokenClock(client, TestTokens.signed(claims), Line.tls(certificates().as(own)));
    }

    /** It signs with a key of its own. */
    public static BrokenClock withKey() {
        String client = enrolled(() -> Enrolling.sensorWithKey(key()));
        return new BrokenClock(client, TestTokens.signed(expired(client)), Line.plain());
    }

    /** @return the id of a report that is held now */
    public static String held() {
        HttpResponse<String> answer = withCertificate().file(Drafts.earlyWarning().toString());
        if (answer.statusCode() != 202) {
            throw new AssertionError("Not held: " + answer.statusCode() + " " + answer.body());
        }
        return Json.tree(answer.body().getBytes()).path("quarantine").asText();
    }

    /** The task that repairs enrolments may be at the same client; then the answer is 503, to try again. */
    private static String enrolled(Supplier<ObjectNode> sensor) {
        AtomicReference<Response> answer = new AtomicReference<>();
        Await.until("the identity provider takes the client", () -> {
            answer.set(Enrolling.enrol(sensor.get()));
            return answer.get().statusCode() != 503;
        });
        return answer.get().then().statusCode(201).extract().jsonPath().getString("client.id");
    }

    /** As a token says that was issued two minutes ago and was good for one. */
    private static JwtClaims expired(String client) {
        TestPeople.Account account = new TestPeople.Account(client, UUID.randomUUID().toString(), As.SENSOR_A.organisation(), "sensor", true);
        JwtClaims claims = TestTokens.claims(account);
        claims.setIssuedAt(minutesAgo(2));
        claims.setExpirationTime(minutesAgo(1));
        return claims;
    }

    private static NumericDate minutesAgo(int minutes) {
        return NumericDate.fromSeconds(Instant.now().minus(minutes, ChronoUnit.MINUTES).getEpochSecond());
    }

    String client() {
        return client;
    }

    String token() {
        return token;
    }

    BrokenClock over(Line other) {
        return new BrokenClock(client, token, other);
    }

    BrokenClock saying(String otherToken) {
        return new BrokenClock(client, otherToken, line);
    }

    HttpRequest.Builder filing(String body) {
        return line.to(REPORTS, token).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
    }

    public HttpResponse<String> file(String body) {
        return line.send(filing(body));
    }

    HttpResponse<String> file(String body, String key) {
        return line.send(filing(body).header("Idempotency-Key", key));
    }

    HttpResponse<String> fileAsserting(String body, String assertion) {
        return line.send(filing(body).header("Tocsin-Client-Assertion", assertion));
    }

    public HttpResponse<String> send(String method, String path) {
        return line.send(line.to(path, token).header("Content-Type", "application/json")
                .method(method, method.equals("GET") ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString("{}")));
    }

    String nonce() {
        HttpResponse<String> answer = line.send(line.to(NONCES, token).POST(HttpRequest.BodyPublishers.noBody()));
        if (answer.statusCode() != 200) {
            throw new AssertionError("No nonce: " + answer.statusCode() + " " + answer.body());
        }
        return Json.tree(answer.body().getBytes()).path("nonce").asText();
    }

    static Map<String, String> statement(String body, String nonce) {
        return new HashMap<>(Map.of("aud", "tocsin", "method", "POST", "path", REPORTS,
                "bodySha256", Sha256.hex(Sha256.of(body.getBytes())), "nonce", nonce));
    }

    static String assertion(Map<String, String> statement, SigningKey by) {
        try {
            PublicJsonWebKey key = by.read();
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmHeaderValue(key.getAlgorithm() == null ? AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256 : key.getAlgorithm());
            jws.getHeaders().setStringHeaderValue("typ", "tocsin-client-assertion+jws");
            jws.setKey(key.getPrivateKey());
            jws.setPayload(Json.MAPPER.valueToTree(statement).toString());
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static String anyKey() {
        return UUID.randomUUID().toString();
    }
}
