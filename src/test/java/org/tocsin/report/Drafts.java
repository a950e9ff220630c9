package org.tocsin.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.tocsin.json.Json;

/** Reports to send. Each has a title of its own, for the tests share a database. */
public final class Drafts {

    private Drafts() {
    }

    /** Only what is needed. */
    public static ObjectNode earlyWarning() {
        return Json.MAPPER.createObjectNode()
                .put("title", "Time of two servers disagrees, " + UUID.randomUUID())
                .put("awareAt", "2026-11-23T03:12:00Z")
                .put("suspectedMalicious", "unknown")
                .put("crossBorder", "unknown");
    }

    public static ObjectNode ofSeverity(String severity) {
        return earlyWarning().put("severity", severity);
    }

    /** An early warning that names these assets by the inventory's own names. */
    public static ObjectNode about(String... refs) {
        ObjectNode draft = earlyWarning();
        for (String ref : refs) {
            draft.withArray("assets").addObject().put("ref", ref);
        }
        return draft;
    }

    /** One of src/test/resources/reports. */
    public static ObjectNode example(String name) {
        try (InputStream in = Drafts.class.getResourceAsStream("/reports/" + name + ".json")) {
            return (ObjectNode) Json.MAPPER.readTree(in);
        } catch (IOException unreadable) {
            throw new IllegalStateException(name, unreadable);
        }
    }
}
