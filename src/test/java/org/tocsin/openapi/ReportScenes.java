package org.tocsin.openapi;

import static org.tocsin.local.As.LIAISON_1;
import static org.tocsin.local.As.OPERATOR_A;
import static org.tocsin.local.As.SENSOR_A;

import java.util.Map;
import java.util.UUID;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;
import org.tocsin.report.Revising;

/** Reports, and what is read of them. */
final class ReportScenes {

    static final Map<String, Scene> ALL = Map.ofEntries(
            Map.entry("POST /api/v1/reports:batch", () -> Call.by(SENSOR_A)),
            Map.entry("POST /api/v1/reports:validate", () -> Call.by(SENSOR_A)),
            Map.entry("POST /api/v1/reports", () -> Call.by(SENSOR_A).with("Idempotency-Key", UUID.randomUUID().toString())),
            Map.entry("GET /api/v1/reports", ReportScenes::aList),
            Map.entry("GET /api/v1/reports/{id}", () -> Call.by(OPERATOR_A).at("id", spoofing().reference())),
            Map.entry("GET /api/v1/reports/{id}/revisions", () -> Call.by(LIAISON_1).at("id", spoofing().id())),
            Map.entry("POST /api/v1/reports/{id}/revisions", () -> Call.by(OPERATOR_A).at("id", FiledReport.by(OPERATOR_A).id()).with("If-Match", "*")),
            Map.entry("GET /api/v1/reports/{id}/revisions/{number}", () -> Call.by(OPERATOR_A).at("id", spoofing().id()).at("number", 1)),
            Map.entry("GET /api/v1/reports/{id}/revisions/{from}/diff/{to}", () -> Call.by(OPERATOR_A).at("id", revised()).at("from", 1).at("to", 2)),
            Map.entry("GET /api/v1/reports/{id}/audit", () -> Call.by(OPERATOR_A).at("id", spoofing().id())),
            Map.entry("GET /api/v1/reports/{id}/deliveries", () -> Call.by(OPERATOR_A).at("id", TriageScenes.released().id())));

    private ReportScenes() {
    }

    private static Call aList() {
        spoofing();
        return Call.by(OPERATOR_A).asking("limit", 1);
    }

    private static String revised() {
        FiledReport report = FiledReport.by(OPERATOR_A);
        Revising.now(OPERATOR_A, report.id(), Drafts.about("ntp-1").put("severity", "high"));
        return report.id();
    }

    /** A report with something in most of its fields. */
    static FiledReport spoofing() {
        return FiledReport.by(OPERATOR_A, Drafts.example("gnss-spoofing").put("externalRef", UUID.randomUUID().toString()));
    }
}
