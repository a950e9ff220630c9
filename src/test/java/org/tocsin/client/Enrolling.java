package org.tocsin.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.SigningKey;
import org.tocsin.local.TestOrganisation;

/** New clients, each with a name of its own. */
public final class Enrolling {

    private Enrolling() {
    }

    public static ObjectNode sensor(String proof) {
        return Json.MAPPER.createObjectNode()
                .put("id", "sensor-" + UUID.randomUUID())
                .put("title", "Harbour")
                .put("organisation", TestOrganisation.A.id())
                .put("role", "sensor")
                .put("proof", proof);
    }

    public static ObjectNode sensorWithKey(SigningKey key) {
        ObjectNode sensor = sensor("key");
        sensor.set("key", publicKey(key));
        return sensor;
    }

    public static ObjectNode sensorWithCertificate(Path certificate) {
        return sensor("certificate").put("certificate", read(certificate));
    }

    public static JsonNode publicKey(SigningKey key) {
        return Json.tree(key.publicKeys().getBytes()).path("keys").path(0);
    }

    public static Response enrol(JsonNode enrolment) {
        return As.ADMIN.sends(enrolment).post("/api/v1/clients");
    }

    public static Response cutOff(String client) {
        return As.ADMIN.sends("{\"reason\": \"stolen\"}").post("/api/v1/clients/" + client + "/cut-off");
    }

    public static Response restore(String client) {
        return As.ADMIN.sends("{\"reason\": \"found\"}").post("/api/v1/clients/" + client + "/restoration");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
