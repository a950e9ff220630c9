package org.tocsin.asset;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.tocsin.local.TestStack;

/** The inventory's API as its callers use it. */
final class AssetApi {

    private static final String ENTRY = """
            {"name": "%s", "kind": "time-server", "criticality": 4, "sector": "telecoms",
             "identifiers": [{"kind": "ip", "value": "2001:DB8::%s"}],
             "attributes": {"rack": "B 2"},
             "edges": [{"type": "takes-time-from", "to": {"organisation": "org-z", "ref": "nobody-knows"}}],
             "riskAssessedAt": "2026-05-11"}""";

    /** Keycloak's brute-force protection refuses now and then who signs in again while the last time is still being noted. */
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    static RequestSpecification as(String user) {
        return with(TOKENS.computeIfAbsent(user, TestStack.tokens()::ofPerson));
    }

    static RequestSpecification sensor(String client) {
        return with(TOKENS.computeIfAbsent(client, TestStack.tokens()::ofClient));
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /** The tests share a database: each speaks of entries of its own. */
    static String newRef() {
        return "t-" + UUID.randomUUID();
    }

    static Response put(String user, String ref, String name) {
        return as(user).body(ENTRY.formatted(name, ref.substring(2, 6))).put("/api/v1/assets/" + ref);
    }

    private AssetApi() {
    }
}
