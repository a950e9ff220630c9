package org.tocsin.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.local.As.LIAISON_1;
import static org.tocsin.local.As.OPERATOR_A;

import io.restassured.response.Response;
import java.util.Map;
import org.tocsin.local.As;
import org.tocsin.report.FiledReport;

/** The liaison's acts: the examples name version 1 of what has just come in, and version 2 of what has been claimed. */
final class TriageScenes {

    static final Map<String, Scene> ALL = Map.of(
            "GET /api/v1/triage", () -> {
                FiledReport.by(OPERATOR_A);
                return Call.by(LIAISON_1);
            },
            "POST /api/v1/triage/{id}/claim", () -> Call.by(LIAISON_1).at("id", FiledReport.by(OPERATOR_A).id()),
            "POST /api/v1/triage/{id}/unclaim", () -> Call.by(LIAISON_1).at("id", claimed().id()),
            "POST /api/v1/triage/{id}/grade", () -> Call.by(LIAISON_1).at("id", claimed().id()),
            "POST /api/v1/triage/{id}/release", () -> Call.by(LIAISON_1).at("id", claimed().id()));

    private TriageScenes() {
    }

    static FiledReport claimed() {
        FiledReport report = FiledReport.by(OPERATOR_A);
        return act(LIAISON_1, report, "claim", "{\"version\": " + report.version() + "}");
    }

    static FiledReport released() {
        FiledReport report = claimed();
        return act(LIAISON_1, report, "release", "{\"version\": " + report.version() + "}");
    }

    private static FiledReport act(As liaison, FiledReport report, String act, String body) {
        Response answer = liaison.sends(body).post("/api/v1/triage/" + report.id() + "/" + act);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return new FiledReport(report.id(), report.reference(), answer.path("version"));
    }
}
