package org.tocsin.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.Await;

/**
 * A report on its way out, pushed on through the API as people and machines do.
 *
 * @param name its id or reference
 */
record Outgoing(String name) {

    static Outgoing filed(JsonNode draft) {
        return new Outgoing(ok(As.SENSOR_A.sends(draft).post("/api/v1/reports")).path("id").asText());
    }

    /** Claims and releases it. */
    Outgoing released(String... destinations) {
        act("claim", versioned());
        ObjectNode release = versioned();
        for (String destination : destinations) {
            release.withArray("destinations").add(destination);
        }
        act("release", release);
        return this;
    }

    JsonNode report() {
        return ok(As.LIAISON_1.asks().get("/api/v1/reports/" + name));
    }

    JsonNode deliveries() {
        return ok(As.LIAISON_1.asks().get("/api/v1/reports/" + name + "/deliveries"));
    }

    /** Of the first, as soon as it has been tried this often. */
    JsonNode attempted(int times) {
        Await.until("attempts of " + name, () -> ended(deliveries().path(0)) >= times);
        return deliveries().path(0).path("attempts");
    }

    /** All of them, as soon as all are delivered. */
    JsonNode delivered() {
        Await.until("delivery of " + name, () -> {
            JsonNode deliveries = deliveries();
            return !deliveries.isEmpty() && deliveries.findValuesAsText("state").stream().allMatch("delivered"::equals);
        });
        return deliveries();
    }

    private static long ended(JsonNode delivery) {
        return delivery.path("attempts").findValues("endedAt").size();
    }

    private void act(String act, ObjectNode body) {
        ok(As.LIAISON_1.sends(body).post("/api/v1/triage/" + name + "/" + act));
    }

    private ObjectNode versioned() {
        return Json.MAPPER.createObjectNode().put("version", report().path("version").intValue());
    }

    private static JsonNode ok(Response answer) {
        assertThat(answer.statusCode() / 100).as("%s", answer.asString()).isEqualTo(2);
        try {
            return Json.MAPPER.readTree(answer.asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
