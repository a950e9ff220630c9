package org.tocsin.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.tocsin.json.Canonical;
import org.tocsin.json.Json;
import org.tocsin.report.submission.Submission;
import org.tocsin.seal.Sha256;

/** Sound documents of the CERT intake protocol, for tests to send as they are or to spoil. */
public final class Documents {

    private Documents() {
    }

    public static ObjectNode sound() {
        return sound(UUID.randomUUID(), 1);
    }

    /** @param report the report's id at the sender */
    public static ObjectNode sound(UUID report, int revision) {
        return about(report, revision,
                bare().put("title", "Offset of two stratum-1 servers, revision " + revision));
    }

    /** A submission with what it needs and no more. */
    public static ObjectNode bare() {
        return Json.MAPPER.createObjectNode()
                .put("title", "Offset of two stratum-1 servers")
                .put("awareAt", "2026-11-23T03:12:00Z")
                .put("suspectedMalicious", "unknown")
                .put("crossBorder", "no");
    }

    public static ObjectNode about(UUID report, int revision, ObjectNode submission) {
        byte[] canonical = canonical(submission);
        ObjectNode document = Json.MAPPER.createObjectNode().put("schema", "urn:tocsin:cert-submission:1");
        document.putObject("report")
                .put("id", report.toString())
                .put("reference", "FAR-0000-0000-0")
                .put("revision", revision)
                .put("receivedAt", "2026-11-23T03:13:00Z")
                .put("bodySha256", Sha256.hex(Sha256.of(canonical)))
                .put("receipt", "header.payload.signature");
        document.putObject("operator").put("id", "far-away").put("name", "Faraway Time Service");
        document.set("submission", Json.tree(canonical));
        return document;
    }

    public static byte[] bytes(JsonNode document) {
        return Canonical.bytes(document);
    }

    /** As an instance would have stored it. */
    private static byte[] canonical(ObjectNode submission) {
        return Canonical.bytes(Json.read(Canonical.bytes(submission), Submission.class));
    }
}
