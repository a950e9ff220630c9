package org.tocsin.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.tocsin.local.As;

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

    public static RequestSpecification with(As sender, String tag, JsonNode draft) {
        return sender.sends(draft).header("If-Match", tag);
    }

    public static String tag(As reader, String report) {
        return reader.asks().get("/api/v1/reports/" + report).header("ETag");
    }
}
