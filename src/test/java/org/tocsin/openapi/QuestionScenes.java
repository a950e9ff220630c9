package org.tocsin.openapi;

import static org.tocsin.local.As.AUDITOR;
import static org.tocsin.local.As.LIAISON_1;
import static org.tocsin.local.As.OPERATOR_A;
import static org.tocsin.local.As.SENSOR_A;

import java.util.Map;
import org.tocsin.question.Inquiry;

/** Questions: the examples ask on version 2 of what has been claimed, and answer about the severity. */
final class QuestionScenes {

    static final Map<String, Scene> ALL = Map.of(
            "POST /api/v1/reports/{id}/questions", () -> Call.by(LIAISON_1).at("id", TriageScenes.claimed().id()),
            "GET /api/v1/reports/{id}/questions", () -> Call.by(AUDITOR).at("id", asked().report.id()),
            "GET /api/v1/questions", () -> {
                asked();
                return Call.by(SENSOR_A).asking("state", "open").asking("limit", 1);
            },
            "GET /api/v1/questions/{id}", () -> Call.by(LIAISON_1).at("id", Inquiry.about(OPERATOR_A).asked("Who was there?")),
            "POST /api/v1/questions/{id}/answer#text", () -> Call.by(SENSOR_A).at("id", Inquiry.about(OPERATOR_A).asked("Who was there?")),
            "POST /api/v1/questions/{id}/answer", () -> Call.by(OPERATOR_A).at("id", Inquiry.about(OPERATOR_A).askedAbout("/severity")),
            "POST /api/v1/questions/{id}/drop", () -> Call.by(LIAISON_1).at("id", Inquiry.about(OPERATOR_A).asked("Who was there?")));

    private QuestionScenes() {
    }

    private static Inquiry asked() {
        Inquiry inquiry = Inquiry.about(OPERATOR_A);
        inquiry.asked("Who was there?");
        inquiry.askedAbout("/severity");
        return inquiry;
    }
}
