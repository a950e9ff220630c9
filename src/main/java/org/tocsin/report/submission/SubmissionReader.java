package org.tocsin.report.submission;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.tocsin.json.Canonical;
import org.tocsin.json.Faults;
import org.tocsin.json.Input;
import org.tocsin.json.Json;
import org.tocsin.json.Reading;
import org.tocsin.json.Shape;
import org.tocsin.json.StrictReader;
import org.tocsin.problem.Fault;

/**
 * From bytes to a submission: read strictly, check against the record's shape, bind, check what its stage asks for.
 * Faults of the text and of the shape are told together; what the stage asks for can only be known of a sound document.
 */
public final class SubmissionReader {

    private static final StrictReader READER = new StrictReader(Limits.BODY_BYTES, Limits.DEPTH);
    private static final Shape SHAPE = Shape.of(Submission.class);

    public static SubmissionOutcome read(byte[] body) {
        Reading reading = READER.read(body);
        return read(reading.tree(), reading.faults());
    }

    /**
     * One that stands in a larger document.
     *
     * @param told what was wrong with the text at or below this tree, with pointers from here
     */
    public static SubmissionOutcome read(JsonNode tree, List<Fault> told) {
        Faults faults = new Faults();
        faults.addAll(told);
        faults.addAll(SHAPE.check(tree));
        if (!faults.none()) {
            return new SubmissionOutcome.Faulty(faults.list());
        }
        return of(bind(tree));
    }

    /** A document that was read strictly already, such as one that we kept and in which something was changed. */
    public static SubmissionOutcome of(JsonNode tree) {
        return read(tree, List.of());
    }

    /** A submission that was bound from a document of the right shape. */
    public static SubmissionOutcome of(Submission submission) {
        List<Fault> faults = StageRules.check(submission);
        return faults.isEmpty()
                ? new SubmissionOutcome.Sound(submission, Canonical.bytes(submission))
                : new SubmissionOutcome.Faulty(faults);
    }

    /**
     * Whether a submission has such a place.
     *
     * @param tree a sound submission, which says how many entries its lists have
     * @return why not, as a sentence; empty when it has
     */
    public static Optional<String> objection(JsonPointer place, JsonNode tree) {
        return SHAPE.objection(place, tree);
    }

    /** What a person is given to fill in such a place, to which there is no objection. */
    public static Input input(JsonPointer place, JsonNode tree) {
        return SHAPE.input(place, tree);
    }

    private static Submission bind(JsonNode tree) {
        try {
            return Json.MAPPER.treeToValue(tree, Submission.class);
        } catch (JsonProcessingException shapeAndRecordDisagree) {
            throw new IllegalStateException("a document of the right shape does not bind", shapeAndRecordDisagree);
        }
    }

    private SubmissionReader() {
    }
}
