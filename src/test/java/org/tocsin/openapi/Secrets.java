package org.tocsin.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;

/** Two reports of two organisations, and all that liaisons can put to them, each with words of its own that are found wherever they are read. */
final class Secrets {

    final Map<String, String> markers = new LinkedHashMap<>();
    /** What can stand for a name in a path. */
    final Map<String, String> names = new LinkedHashMap<>();
    FiledReport report;

    private String mark(String name) {
        return markers.computeIfAbsent(name, each -> "mark-" + name + "-" + UUID.randomUUID());
    }

    private static Response done(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 204);
        return answer;
    }

    private int version() {
        return As.LIAISON_1.asks().get(report.url()).path("version");
    }

    private void act(As liaison, String act, String more) {
        done(liaison.sends("{\"version\": " + version() + more + "}").post("/api/v1/triage/" + report.id() + "/" + act));
    }

    /** Everything is done by people of the running test class. */
    static Secrets put() {
        Secrets secrets = new Secrets();
        secrets.file();
        secrets.handle();
        secrets.deliver();
        secrets.takeACall();
        return secrets;
    }

    private void file() {
        String host = "host-" + UUID.randomUUID() + ".example";
        done(As.OPERATOR_A.sends("""
                {"name": "Clock", "kind": "time-server", "criticality": 4, "identifiers": [{"kind": "hostname", "value": "%s"}]}"""
                .formatted(host)).put("/api/v1/assets/secret-clock"));
        FiledReport others = FiledReport.by(As.OPERATOR_B, naming(host).put("title", mark("related")));
        report = FiledReport.by(As.OPERATOR_A, naming(host).put("severity", "low"));
        markers.put("account", As.LIAISON_1.user());
        markers.put("account-id", As.LIAISON_1.account().subject());
        markers.put("others-id", others.id());
        markers.put("others-reference", others.reference());
        markers.put("others-organisation", As.OPERATOR_B.organisation());
        names.putAll(Map.of("report", report.id(), "reference", report.reference(), "organisation", As.OPERATOR_A.organisation(),
                "asset", "secret-clock", "number", "1", "others", others.id(), "unknown", UUID.randomUUID().toString()));
    }

    private static ObjectNode naming(String host) {
        ObjectNode draft = Drafts.earlyWarning();
        draft.withArray("assets").addObject().put("hostname", host);
        return draft;
    }

    private void handle() {
        String triage = "/api/v1/triage/" + report.id();
        act(As.LIAISON_1, "claim", "");
        act(As.LIAISON_1, "grade", ", \"severity\": \"critical\", \"confidence\": \"moderate\", \"grade\": \"F6\"");
        markers.put("grade", "\"F6\"");
        done(As.LIAISON_1.sends("{\"text\": \"" + mark("note") + "\"}").post(triage + "/notes"));
        String question = done(As.LIAISON_1.sends("{\"version\": " + version() + ", \"text\": \"Who was there?\", \"note\": \"" + mark("question") + "\"}")
                .post(report.url() + "/questions")).path("id");
        names.put("question", question);
        done(As.OPERATOR_A.sends("{\"text\": \"Nobody\"}").post("/api/v1/questions/" + question + "/answer"));
        done(As.LIAISON_1.sends("{\"with\": \"%s\", \"kind\": \"same-cause\", \"reason\": \"%s\"}".formatted(names.get("others"), mark("link")))
                .post(triage + "/links"));
        act(As.LIAISON_1, "merge", ", \"into\": \"" + names.get("others") + "\", \"reason\": \"" + mark("merge") + "\"");
        String offer = done(As.LIAISON_1.sends("{\"note\": \"" + mark("handover") + "\"}").post("/api/v1/handovers")).path("id");
        done(As.LIAISON_2.sends("").post("/api/v1/handovers/" + offer + "/take"));
    }

    /** To the one service, which plays the CERT too; then an attempt is made to have failed before. */
    private void deliver() {
        act(As.LIAISON_2, "release", "");
        Await.until("delivered", () -> "delivered".equals(As.LIAISON_1.asks().get(report.url() + "/deliveries").path("[0].state")));
        Response delivery = As.LIAISON_1.asks().get(report.url() + "/deliveries");
        names.put("delivery", delivery.path("[0].id"));
        names.put("submission", delivery.path("[0].submissionId"));
        names.put("case", delivery.path("[0].caseReference"));
        assertThat(Rows.change("update delivery_attempt set reason = ? where delivery_id = cast(? as uuid)", mark("attempt"), names.get("delivery"))).isPositive();
        markers.put("salt", Rows.column("select liaison_salt from report where id = cast(? as uuid)", report.id()).get(0));
    }

    private void takeACall() {
        Instant calledAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);
        ObjectNode call = Json.MAPPER.createObjectNode().put("organisation", As.OPERATOR_A.organisation()).put("calledAt", calledAt.toString());
        call.putObject("caller").put("name", "Ada Winter").put("role", "Shift lead").put("number", "+49 30 55501003377");
        markers.put("number", "+493055501003377");
        call.putArray("statements").addObject().put("at", calledAt.plusSeconds(60).toString()).put("said", mark("said"));
        call.putObject("callBack").put("number", "+49 30 55501003388").put("how", mark("how")).put("at", calledAt.plusSeconds(120).toString());
        call.set("submission", Drafts.ofSeverity("high"));
        names.put("call", done(As.LIAISON_1.sends(call).post("/api/v1/behalf")).path("id"));
    }
}
