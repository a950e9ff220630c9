package org.tocsin.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.tocsin.json.Reading;
import org.tocsin.json.StrictReader;
import org.tocsin.problem.Problem;
import org.tocsin.report.submission.Limits;
import org.tocsin.report.submission.SubmissionOutcome;
import org.tocsin.web.TypedMoment;

/** What someone wrote into a form as the value of a field. */
final class FormAnswer {

    private static final StrictReader READER = new StrictReader(Limits.BODY_BYTES, Limits.DEPTH);

    private FormAnswer() {
    }

    /**
     * What the form of a question about a field says.
     *
     * @param moment of a field that is a time
     * @param stands that the report says it now, wherever it was filled in
     */
    record Sent(String value, TypedMoment moment, boolean stands) {
    }

    /** @throws Problem 422 for an hour that clocks skipped or had twice */
    static Optional<JsonNode> of(JsonNode submission, String field, Sent sent) {
        if (sent.stands()) {
            return Optional.of(submission.at(field)).filter(said -> !said.isMissingNode());
        }
        if (!sent.moment().isEmpty()) {
            sent.moment().fault("/value").ifPresent(fault -> {
                throw Problem.invalid("answer", List.of(fault));
            });
            return Optional.of(TextNode.valueOf(sent.moment().written()));
        }
        return sent.value() == null || sent.value().isBlank() ? Optional.empty()
                : Optional.of(value(submission, field, AskedField.of(field, submission).typed(sent.value())));
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
