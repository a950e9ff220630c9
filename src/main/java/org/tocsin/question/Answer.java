package org.tocsin.question;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.json.AnyValue;
import org.tocsin.json.Canonical;
import org.tocsin.json.Json;
import org.tocsin.problem.Fault;

/** What the operator answers: words to a free question, to one about a field its value, or why there is none. */
@Schema(name = "Answer")
public record Answer(
        @Schema(maxLength = 20000, pattern = "\\S", description = "The answer to a free question") String text,
        @AnyValue @Schema(implementation = Object.class, description = "The value of the field that was asked about, as it stands in a submission: "
                + "a string, a number, a list, an object") JsonNode value,
        @Schema(maxLength = 4000, pattern = "\\S", description = "Why there is no value for the field that was asked about; "
                + "instead of value, and then no revision is made") String noValue) {

    public Answer {
        value = value == null || value.isNull() ? null : value;
    }

    /** What it lacks or has too much as an answer to this question. */
    List<Fault> faultsFor(Question question) {
        List<Fault> faults = new ArrayList<>();
        if (question.isFree()) {
            unasked(value != null, "/value", "The question is not about a field", faults);
            unasked(noValue != null, "/noValue", "The question is not about a field", faults);
            if (text == null) {
                faults.add(new Fault("/text", "missing", "The question is a free one: answer it in text."));
            }
        } else {
            unasked(text != null, "/text", "The question is about the field " + question.field, faults);
            unasked(value != null && noValue != null, "/noValue", "There is a value", faults);
            if (value == null && noValue == null) {
                faults.add(new Fault("/value", "missing", "The question is about the field " + question.field
                        + ": give its value, or say in noValue why there is none."));
            }
        }
        return faults;
    }

    private static void unasked(boolean given, String pointer, String why, List<Fault> faults) {
        if (given) {
            faults.add(new Fault(pointer, "not-asked", why + "; leave this out."));
        }
    }

    /** What two answers are compared by. */
    byte[] canonical() {
        return Canonical.bytes(this);
    }

    static Answer kept(byte[] canonical) {
        return Json.read(canonical, Answer.class);
    }
}
