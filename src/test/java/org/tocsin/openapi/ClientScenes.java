package org.tocsin.openapi;

import static org.tocsin.local.As.ADMIN;
import static org.tocsin.local.As.LIAISON_1;

import java.util.Map;
import org.tocsin.client.Enrolling;
import org.tocsin.quarantine.BrokenClock;

/** Clients, and what comes of those whose clock is broken. */
final class ClientScenes {

    static final Map<String, Scene> ALL = Map.ofEntries(
            Map.entry("GET /api/v1/clients", () -> Call.by(ADMIN)),
            Map.entry("POST /api/v1/clients", () -> Call.by(ADMIN)),
            Map.entry("GET /api/v1/clients/{id}", () -> Call.by(ADMIN).at("id", enrolled())),
            Map.entry("POST /api/v1/clients/{id}/rotation", () -> Call.by(ADMIN).at("id", enrolled())),
            Map.entry("POST /api/v1/clients/{id}/cut-off", () -> Call.by(ADMIN).at("id", enrolled())),
            Map.entry("POST /api/v1/clients/{id}/restoration", () -> Call.by(ADMIN).at("id", cutOff())),
            Map.entry("GET /api/v1/quarantine", () -> {
                BrokenClock.held();
                return Call.by(LIAISON_1);
            }),
            Map.entry("GET /api/v1/quarantine/{id}", () -> Call.by(LIAISON_1).at("id", BrokenClock.held())),
            Map.entry("POST /api/v1/quarantine/{id}/acceptance", () -> Call.by(LIAISON_1).at("id", BrokenClock.held())),
            Map.entry("POST /api/v1/quarantine/{id}/refusal", () -> Call.by(LIAISON_1).at("id", BrokenClock.held())),
            Map.entry("POST /api/v1/quarantine/nonces", () -> Call.sentBy(nothing -> {
                var answer = BrokenClock.withKey().send("POST", "/api/v1/quarantine/nonces");
                return new Call.Answer(answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(null), answer.body());
            })));

    private ClientScenes() {
    }

    private static String enrolled() {
        return Enrolling.enrol(Enrolling.sensor("secret")).then().statusCode(201).extract().jsonPath().getString("client.id");
    }

    private static String cutOff() {
        String client = enrolled();
        Enrolling.cutOff(client).then().statusCode(200);
        return client;
    }
}
