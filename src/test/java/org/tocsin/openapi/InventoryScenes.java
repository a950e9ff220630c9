package org.tocsin.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.local.As.OPERATOR_A;
import static org.tocsin.local.As.OPERATOR_B;

import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;

/** The inventory. */
final class InventoryScenes {

    static final Map<String, Scene> ALL = Map.ofEntries(
            Map.entry("GET /api/v1/assets", InventoryScenes::someone),
            Map.entry("GET /api/v1/assets/{ref}", InventoryScenes::anEntry),
            Map.entry("PUT /api/v1/assets/{ref}", () -> Call.by(OPERATOR_B).at("ref", "example-" + UUID.randomUUID())),
            Map.entry("DELETE /api/v1/assets/{ref}", InventoryScenes::anEntry),
            // Dry, for other tests share the inventories.
            Map.entry("POST /api/v1/assets:import", () -> Call.by(OPERATOR_B).asking("dryRun", true)),
            Map.entry("POST /api/v1/assets:import#NetBox devices", InventoryScenes::fromNetBox),
            Map.entry("POST /api/v1/assets:import#NetBox table", InventoryScenes::fromNetBox),
            Map.entry("GET /api/v1/assets:export", InventoryScenes::someone),
            Map.entry("GET /api/v1/assets/{ref}/graph", InventoryScenes::anEntry),
            Map.entry("GET /api/v1/assets:coverage", InventoryScenes::someone));

    private static Call someone() {
        listed();
        return Call.by(OPERATOR_A);
    }

    private static Call anEntry() {
        return Call.by(OPERATOR_A).at("ref", listed());
    }

    private static Call fromNetBox() {
        return Call.by(OPERATOR_B).asking("dryRun", true).asking("format", "netbox");
    }

    private InventoryScenes() {
    }

    /** @return its ref */
    static String listed() {
        String ref = "example-" + UUID.randomUUID();
        Response answer = OPERATOR_A.sends("""
                {"name": "Stratum-1 server", "kind": "time-server", "criticality": 4, "sector": "timekeeping",
                 "identifiers": [{"kind": "serial", "value": "%s"}], "attributes": {"rack": "B 2"},
                 "edges": [{"type": "takes-time-from", "to": {"ref": "caesium-1"}}], "riskAssessedAt": "2026-05-11"}
                """.formatted(ref)).put("/api/v1/assets/" + ref);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return ref;
    }
}
