package org.tocsin.behalf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;

/** Calls that a liaison takes, as requests. */
public final class Telephone {

    static final String NUMBER = "+49305550100";
    static final String BACK = "+49305550199";
    static final String SAID = "Both time servers jumped.";
    static final String HOW = "Switchboard, from the contract.";

    private Telephone() {
    }

    /** One that was not called back yet. */
    static ObjectNode call(String organisation) {
        Instant calledAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);
        ObjectNode call = Json.MAPPER.createObjectNode().put("organisation", organisation).put("calledAt", calledAt.toString());
        call.putObject("caller").put("name", "Ada Winter").put("role", "Shift lead").put("number", "+49 30 5550100");
        call.putArray("statements").addObject().put("at", calledAt.plusSeconds(60).toString()).put("said", SAID);
        call.set("submission", Drafts.ofSeverity("high"));
        return call;
    }

    static ObjectNode back(ObjectNode call) {
        call.set("callBack", back());
        return call;
    }

    static ObjectNode back() {
        return Json.MAPPER.createObjectNode().put("number", "+49 30 5550199").put("how", HOW)
                .put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60).toString());
    }

    static Response file(As who, ObjectNode call) {
        return who.sends(call).post("/api/v1/behalf");
    }

    static Response file(As who, ObjectNode call, String key) {
        return who.sends(call).header("Idempotency-Key", key).post("/api/v1/behalf");
    }

    public static FiledReport taken(String organisation) {
        return FiledReport.of(file(As.LIAISON_1, call(organisation)));
    }

    static Response confirm(As who, FiledReport report, String body) {
        return who.sends(body).post(report.url() + "/behalf/confirmation");
    }

    static void isProblem(Response answer, int status, String kind) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:" + kind);
    }
}
