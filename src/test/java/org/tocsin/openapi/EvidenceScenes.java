package org.tocsin.openapi;

import static org.tocsin.local.As.AUDITOR;
import static org.tocsin.local.As.OPERATOR_A;

import java.util.Map;
import org.tocsin.audit.AskedWitnesses;
import org.tocsin.local.Await;
import org.tocsin.report.FiledReport;

/** The audit log from outside, and what proves a report's story. */
final class EvidenceScenes {

    static final Map<String, Scene> ALL = Map.of(
            "GET /audit/log/checkpoint", EvidenceScenes::log,
            "GET /audit/log/checkpoint/cosigned", EvidenceScenes::cosigned,
            "GET /audit/log/key", EvidenceScenes::log,
            "GET /audit/log/tile/{tile}", () -> log().at("tile", "0/000.p/1"),
            "GET /api/v1/reports/{id}/proof", () -> Call.by(OPERATOR_A).at("id", covered().id()),
            "GET /api/v1/reports/{id}/evidence", () -> Call.by(OPERATOR_A).at("id", covered().id()));

    private EvidenceScenes() {
    }

    private static Call log() {
        covered();
        return Call.by(AUDITOR);
    }

    private static Call cosigned() {
        Call call = log();
        AskedWitnesses.now();
        return call;
    }

    private static FiledReport covered() {
        FiledReport report = FiledReport.by(OPERATOR_A);
        Await.signed();
        return report;
    }
}
