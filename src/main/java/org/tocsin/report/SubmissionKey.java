package org.tocsin.report;

import java.util.regex.Pattern;
import org.tocsin.problem.Problem;

/** What a client tells a repeat by: the Idempotency-Key header, or its own number in the report. */
record SubmissionKey(String kind, String value) {

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /** @throws Problem 400 when the header's value cannot be a key */
    static SubmissionKey header(String value) {
        if (!PRINTABLE.matcher(value).matches()) {
            throw new Problem(400, "bad-idempotency-key", "Unusable Idempotency-Key",
                    "An Idempotency-Key has 1 to 200 printable ASCII characters without spaces; a UUID is a good one.");
        }
        return new SubmissionKey("idempotency-key", value);
    }

    static SubmissionKey externalRef(String value) {
        return new SubmissionKey("external-ref", value);
    }

    boolean isHeader() {
        return kind.equals("idempotency-key");
    }
}
