package org.tocsin.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.local.As.AUDITOR;
import static org.tocsin.local.As.LIAISON_1;
import static org.tocsin.local.As.LIAISON_2;
import static org.tocsin.local.As.OPERATOR_A;
import static org.tocsin.local.As.OPERATOR_B;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.tocsin.delivery.StuckDelivery;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.report.FiledReport;
import org.tocsin.report.State;

/** The liaison's acts: the examples name version 1 of what has just come in, and version 2 of what has been claimed. */
final class TriageScenes {

    static final Map<String, Scene> ALL = Map.ofEntries(
            Map.entry("GET /api/v1/triage", () -> {
                FiledReport.by(OPERATOR_A);
                return Call.by(LIAISON_1);
            }),
            Map.entry("POST /api/v1/triage/{id}/claim", () -> Call.by(LIAISON_1).at("id", FiledReport.by(OPERATOR_A).id())),
            Map.entry("POST /api/v1/triage/{id}/unclaim", () -> Call.by(LIAISON_1).at("id", claimed().id())),
            Map.entry("POST /api/v1/triage/{id}/grade", () -> Call.by(LIAISON_1).at("id", claimed().id())),
            Map.entry("POST /api/v1/triage/{id}/release", () -> Call.by(LIAISON_1).at("id", claimed().id())),
            Map.entry("POST /api/v1/triage/{id}/close", () -> Call.by(LIAISON_1).at("id", standing(State.ACKNOWLEDGED))),
            Map.entry("POST /api/v1/triage/{id}/reopen", () -> Call.by(LIAISON_1).at("id", standing(State.CLOSED))),
            Map.entry("POST /api/v1/triage/{id}/reject", () -> Call.by(LIAISON_1).at("id", FiledReport.by(OPERATOR_A).id())),
            Map.entry("POST /api/v1/triage/{id}/merge", () -> {
                named();
                return Call.by(LIAISON_1).at("id", FiledReport.by(OPERATOR_A).id());
            }),
            Map.entry("POST /api/v1/triage/{id}/unmerge", () -> Call.by(LIAISON_1).at("id", standing(State.MERGED))),
            Map.entry("GET /api/v1/handovers", () -> {
                offered();
                return Call.by(LIAISON_2);
            }),
            Map.entry("POST /api/v1/handovers", () -> Call.by(LIAISON_1)),
            Map.entry("POST /api/v1/handovers/{handover}/take", () -> Call.by(LIAISON_2).at("handover", offered())),
            Map.entry("DELETE /api/v1/handovers/{handover}", () -> Call.by(LIAISON_1).at("handover", offered())),
            Map.entry("GET /api/v1/triage/{id}/incident", () -> {
                FiledReport part = FiledReport.by(OPERATOR_B);
                LIAISON_1.sends("{\"version\": 1, \"into\": \"%s\", \"reason\": \"The same signal\"}".formatted(FiledReport.by(OPERATOR_A).reference()))
                        .post("/api/v1/triage/" + part.id() + "/merge");
                return Call.by(AUDITOR).at("id", part.id());
            }),
            Map.entry("GET /api/v1/triage/{id}/links", () -> {
                FiledReport one = FiledReport.by(OPERATOR_A);
                linked(one);
                return Call.by(AUDITOR).at("id", one.id());
            }),
            Map.entry("POST /api/v1/triage/{id}/links", () -> {
                named();
                return Call.by(LIAISON_1).at("id", FiledReport.by(OPERATOR_A).id());
            }),
            Map.entry("DELETE /api/v1/triage/{id}/links/{link}", () -> {
                FiledReport one = FiledReport.by(OPERATOR_A);
                return Call.by(LIAISON_1).at("id", one.id()).at("link", linked(one));
            }),
            Map.entry("GET /api/v1/triage/{id}/notes", () -> {
                String id = FiledReport.by(OPERATOR_A).id();
                LIAISON_1.sends("{\"text\": \"Seen by two neighbours.\"}").post("/api/v1/triage/" + id + "/notes");
                return Call.by(AUDITOR).at("id", id);
            }),
            Map.entry("POST /api/v1/triage/{id}/notes", () -> Call.by(LIAISON_1).at("id", FiledReport.by(OPERATOR_A).id())),
            Map.entry("POST /api/v1/reports/{id}/deliveries/{delivery}/retry", () -> stuck()),
            Map.entry("POST /api/v1/reports/{id}/deliveries/{delivery}/give-up", () -> stuck()));

    private TriageScenes() {
    }

    /** That the report is there which examples name. */
    private static void named() {
        change("update report set reference = 'TOC-7K3M-Q9XW-Y' where id = ? and not exists (select from report where reference = 'TOC-7K3M-Q9XW-Y')",
                FiledReport.by(OPERATOR_A).id());
    }

    private static String linked(FiledReport report) {
        return LIAISON_1.sends("{\"with\": \"%s\", \"kind\": \"other\", \"reason\": \"Both on Sunday\"}".formatted(FiledReport.by(OPERATOR_B).reference()))
                .post("/api/v1/triage/" + report.id() + "/links").path("id");
    }

    private static String offered() {
        claimed();
        return LIAISON_1.sends("{\"note\": \"All quiet.\"}").post("/api/v1/handovers").path("id");
    }

    private static Call stuck() {
        StuckDelivery stuck = StuckDelivery.waiting();
        return Call.by(LIAISON_1).at("id", stuck.report().id()).at("delivery", stuck.id());
    }

    /** At the version that the examples name, without the way there. */
    private static String standing(State state) {
        String id = FiledReport.by(OPERATOR_A).id();
        change("update report set state = '" + state.code() + "', version = 4 where id = ?", id);
        return id;
    }

    private static void change(String statement, String report) {
        try (Connection owner = Rows.asOwner(); PreparedStatement update = owner.prepareStatement(statement)) {
            update.setObject(1, UUID.fromString(report));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
