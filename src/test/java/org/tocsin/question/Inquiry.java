package org.tocsin.question;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;

/** A report that a liaison holds and asks about, as requests. */
public final class Inquiry {

    public final FiledReport report;

    private Inquiry(FiledReport report) {
        this.report = report;
    }

    public static Inquiry about(As operator) {
        return about(FiledReport.by(operator, Drafts.ofSeverity("low")));
    }

    static Inquiry about(FiledReport report) {
        Inquiry inquiry = new Inquiry(report);
        assertThat(As.LIAISON_1.sends("{\"version\": %d}".formatted(report.version())).post("/api/v1/triage/" + report.id() + "/claim")
                .statusCode()).isEqualTo(200);
        return inquiry;
    }

    static ObjectNode free(int version, String text) {
        return Json.MAPPER.createObjectNode().put("version", version).put("text", text);
    }

    /** Whatever the report's version is now. */
    int version() {
        return As.LIAISON_1.asks().get(report.url()).path("version");
    }

    String state() {
        return As.OPERATOR_A.asks().get(report.url()).path("state");
    }

    /** The report, as its operator reads it. */
    JsonPath read() {
        return As.OPERATOR_A.asks().get(report.url()).jsonPath();
    }

    Response ask(As who, ObjectNode question) {
        return who.sends(question).post(report.url() + "/questions");
    }

    /** @return the question's id */
    public String asked(String text) {
        return id(ask(As.LIAISON_1, free(version(), text)));
    }

    /** @return the question's id */
    public String askedAbout(String field) {
        return id(ask(As.LIAISON_1, free(version(), "What is it?").put("field", field)));
    }

    private static String id(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.path("id");
    }

    static Response answer(As who, String question, String answer) {
        return who.sends(answer).post("/api/v1/questions/" + question + "/answer");
    }

    static Response answer(As who, String question, String answer, String key) {
        return who.sends(answer).header("Idempotency-Key", key).post("/api/v1/questions/" + question + "/answer");
    }

    static Response drop(As who, String question) {
        return who.sends("{\"reason\": \"Told us by telephone.\"}").post("/api/v1/questions/" + question + "/drop");
    }

    static void isProblem(Response answer, int status, String kind) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:" + kind);
    }
}
