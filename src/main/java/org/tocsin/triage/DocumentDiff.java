package org.tocsin.triage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.json.Json;
import org.tocsin.report.RevisionDiff;
import org.tocsin.report.page.Change;
import org.tocsin.report.page.Changes;
import org.tocsin.report.submission.Submission;

/**
 * What a document for a CERT says differently from the one before it.
 *
 * @param said   what the operator says differently, in words
 * @param around the rest of the document, place by place
 */
public record DocumentDiff(List<String> said, List<Line> around) {

    /**
     * @param place  RFC 6901
     * @param before null when it is new
     * @param now    null when it is gone
     */
    public record Line(String place, String before, String now) {
    }

    private static final String SUBMISSION = "submission";

    static DocumentDiff between(JsonNode before, JsonNode now) {
        List<Line> around = new ArrayList<>();
        for (JsonNode step : RevisionDiff.patch(without(before), without(now))) {
            String place = step.path("path").asText();
            around.add(new Line(place, step.path("op").asText().equals("add") ? null : written(before.at(place)),
                    step.has("value") ? written(step.path("value")) : null));
        }
        return new DocumentDiff(Changes.between(submission(before), submission(now)).stream().map(Change::sentence).toList(), around);
    }

    public boolean none() {
        return said.isEmpty() && around.isEmpty();
    }

    private static JsonNode without(JsonNode document) {
        return ((ObjectNode) document.deepCopy()).without(SUBMISSION);
    }

    private static Submission submission(JsonNode document) {
        return Json.MAPPER.convertValue(document.path(SUBMISSION), Submission.class);
    }

    private static String written(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toPrettyString();
    }
}
