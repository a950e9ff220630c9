package org.tocsin.asset;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.tocsin.local.As;

/** The inventory's API as its callers use it. */
final class AssetApi {

    private static final String ENTRY = """
            {"name": "%s", "kind": "time-server", "criticality": 4, "sector": "telecoms",
             "identifiers": [{"kind": "ip", "value": "2001:DB8::%s"}],
             "attributes": {"rack": "B 2"},
             "edges": [{"type": "takes-time-from", "to": {"organisation": "org-z", "ref": "nobody-knows"}}],
             "riskAssessedAt": "2026-05-11"}""";

    static RequestSpecification as(As who) {
        return who.asks().contentType("application/json");
    }

    /** Each test speaks of entries of its own. */
    static String newRef() {
        return "t-" + UUID.randomUUID();
    }

    static Response put(As who, String ref, String name) {
        return as(who).body(ENTRY.formatted(name, ref.substring(2, 6))).put("/api/v1/assets/" + ref);
    }

    private AssetApi() {
    }
}
