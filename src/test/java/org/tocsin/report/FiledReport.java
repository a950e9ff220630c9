package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import org.tocsin.local.As;

/** A report that the service under test has accepted. */
public record FiledReport(String id, String reference, int version) {

    public static FiledReport by(As sender) {
        return by(sender, Drafts.earlyWarning());
    }

    public static FiledReport by(As sender, JsonNode draft) {
        return of(sender.sends(draft).post("/api/v1/reports"));
    }

    public static FiledReport of(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return new FiledReport(answer.path("id"), answer.path("reference"), answer.path("version"));
    }

    public String url() {
        return "/api/v1/reports/" + id;
    }
}
