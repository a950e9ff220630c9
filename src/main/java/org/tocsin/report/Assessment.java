package org.tocsin.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.tocsin.json.Json;
import org.tocsin.report.submission.Severity;

/**
 * A liaison's own view of a report, beside what the operator says. It is one statement: a newer one takes the place of all of it.
 *
 * @param confidence how sure the liaison is; null when that is not said
 * @param grade      as in {@link Grade}; null when that is not said
 */
public record Assessment(Severity severity, Confidence confidence, String grade) {

    /** Puts it down, and tells what stood before. */
    public ObjectNode on(Report report) {
        ObjectNode detail = Json.MAPPER.createObjectNode();
        change(detail, "", report.liaisonSeverity, Json.word(severity));
        change(detail, "confidence", report.liaisonConfidence, Json.word(confidence));
        change(detail, "grade", report.liaisonGrade, grade);
        report.liaisonSeverity = Json.word(severity);
        report.liaisonConfidence = Json.word(confidence);
        report.liaisonGrade = grade;
        report.liaisonSalt = UUID.randomUUID().toString();
        return detail;
    }

    /** The severity's change stands at the top, the others in parts of their own, and only where there is something to say. */
    private static void change(ObjectNode detail, String part, String from, String to) {
        if (part.isEmpty()) {
            detail.put("from", from).put("to", to);
        } else if (from != null || to != null) {
            detail.putObject(part).put("from", from).put("to", to);
        }
    }
}
