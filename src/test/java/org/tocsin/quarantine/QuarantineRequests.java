package org.tocsin.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.net.http.HttpResponse;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.report.Drafts;

/** What is sent to be held, what came back, and what a liaison decides of it. */
final class QuarantineRequests {

    private QuarantineRequests() {
    }

    static String draft() {
        return Drafts.earlyWarning().toString();
    }

    static JsonNode json(HttpResponse<String> answer) {
        return Json.tree(answer.body().getBytes());
    }

    /** @return its id in the quarantine */
    static String held(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer).path("quarantine").asText();
    }

    static Response accept(String id) {
        return As.LIAISON_1.asks().post("/api/v1/quarantine/" + id + "/acceptance");
    }

    static Response refuse(String id) {
        return As.LIAISON_1.sends("{\"reason\": \"Nobody sent this\"}").post("/api/v1/quarantine/" + id + "/refusal");
    }

    /** How many are or were held of a client. */
    static long numberOf(String client) {
        return Rows.number("select count(*) from quarantine where client = ?", client);
    }
}
