package org.tocsin.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.tocsin.local.As;
import org.tocsin.local.Rows;

/** Adds revisions, as an operator's system does. */
public final class Revising {

    private Revising() {
    }

    /** On the report as it stands now. */
    public static Response now(As sender, String report, JsonNode draft) {
        return with(sender, tag(sender, report), draft).post("/api/v1/reports/" + report + "/revisions");
    }

    static Response now(As sender, FiledReport report, JsonNode draft) {
        return now(sender, report.id(), draft);
    }

    /** On the state that the tag names, under an idempotency key. */
    static Response keyed(As sender, FiledReport report, String tag, String key, JsonNode draft) {
        return with(sender, tag, draft).header("Idempotency-Key", key).post(report.url() + "/revisions");
    }

    /** The draft with a title that no other has. */
    static ObjectNode corrected(ObjectNode draft) {
        return draft.deepCopy().put("title", "Corrected " + UUID.randomUUID());
    }

    static long count(FiledReport report) {
        return Rows.number("select count(*) from revision where report_id = ?", UUID.fromString(report.id()));
    }

    public static RequestSpecification with(As sender, String tag, JsonNode draft) {
        return sender.sends(draft).header("If-Match", tag);
    }

    public static String tag(As reader, String report) {
        return reader.asks().get("/api/v1/reports/" + report).header("ETag");
    }
}
