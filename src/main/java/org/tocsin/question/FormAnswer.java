package org.tocsin.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import org.tocsin.json.Reading;
import org.tocsin.json.StrictReader;
import org.tocsin.report.submission.Limits;
import org.tocsin.report.submission.SubmissionOutcome;

/** What someone wrote into a form as the value of a field. */
final class FormAnswer {

    private static final StrictReader READER = new StrictReader(Limits.BODY_BYTES, Limits.DEPTH);

    private FormAnswer() {
    }

    /** Text, where text fits; otherwise what it says as JSON, if it is JSON: nobody should have to write quotes in a form. */
    static JsonNode value(JsonNode submission, String field, String written) {
        JsonNode text = TextNode.valueOf(written.strip());
        if (Amendment.of(submission.toString().getBytes(StandardCharsets.UTF_8), field, text) instanceof SubmissionOutcome.Sound) {
            return text;
        }
        Reading json = READER.read(written.getBytes(StandardCharsets.UTF_8));
        return json.sound() ? json.tree() : text;
    }
}
