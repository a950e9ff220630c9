package org.tocsin.question;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.tocsin.json.Json;
import org.tocsin.problem.Fault;
import org.tocsin.report.submission.Limits;
import org.tocsin.report.submission.SubmissionOutcome;
import org.tocsin.report.submission.SubmissionReader;

/** A submission with one field set to what was answered, checked whole. Its faults point into the answer. */
final class Amendment {

    private static final String VALUE = "/value";

    private Amendment() {
    }

    /**
     * @param body  the latest submission, in canonical form
     * @param field an RFC 6901 JSON Pointer that the submission had a place for when it was asked about
     */
    static SubmissionOutcome of(byte[] body, String field, JsonNode value) {
        JsonNode submission = Json.tree(body);
        JsonPointer place = JsonPointer.compile(field);
        Optional<String> objection = SubmissionReader.objection(place, submission);
        if (objection.isPresent()) {
            return faulty("no-such-place", "The report has changed since the question was asked, and " + field
                    + " is no longer in it. " + objection.get() + " Say so in noValue.");
        }
        set((ObjectNode) submission, place, value);
        SubmissionOutcome outcome = SubmissionReader.of(submission);
        if (outcome instanceof SubmissionOutcome.Faulty faulty) {
            return new SubmissionOutcome.Faulty(faulty.faults().stream().map(fault -> moved(fault, field)).toList());
        }
        if (((SubmissionOutcome.Sound) outcome).canonical().length > Limits.BODY_BYTES) {
            return faulty("too-large", "With this value the report is larger than the " + Limits.BODY_BYTES / 1024
                    + " KiB that are accepted.");
        }
        return outcome;
    }

    /** Objects on the way that are not there yet are made; entries of lists are. */
    private static void set(ObjectNode submission, JsonPointer place, JsonNode value) {
        JsonNode parent = submission;
        for (JsonPointer rest = place; !rest.tail().matches(); rest = rest.tail()) {
            parent = parent instanceof ObjectNode object
                    ? found(object, rest.getMatchingProperty()) : parent.get(rest.getMatchingIndex());
        }
        JsonPointer last = place.last();
        if (parent instanceof ArrayNode list) {
            list.set(last.getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(last.getMatchingProperty(), value);
        }
    }

    private static JsonNode found(ObjectNode parent, String name) {
        return parent.has(name) ? parent.get(name) : parent.putObject(name);
    }

    /** A fault of the value stands in the answer; one elsewhere in the report is the value's doing all the same. */
    private static Fault moved(Fault fault, String field) {
        if (fault.pointer().equals(field) || fault.pointer().startsWith(field + "/")) {
            return new Fault(VALUE + fault.pointer().substring(field.length()), fault.code(), fault.message());
        }
        return new Fault(VALUE, fault.code(), "With this value, at " + fault.pointer() + ": " + fault.message());
    }

    private static SubmissionOutcome.Faulty faulty(String code, String message) {
        return new SubmissionOutcome.Faulty(List.of(new Fault(VALUE, code, message)));
    }
}
