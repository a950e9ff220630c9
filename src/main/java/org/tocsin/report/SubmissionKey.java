package org.tocsin.report;

import org.tocsin.problem.Problem;
import org.tocsin.web.IdempotencyKey;

/** What a client tells a repeat by: the Idempotency-Key header, or its own number in the report. */
record SubmissionKey(String kind, String value) {

    /** @throws Problem 400 when the header's value cannot be a key */
    static SubmissionKey header(String value) {
        return new SubmissionKey("idempotency-key", IdempotencyKey.usable(value));
    }

    static SubmissionKey externalRef(String value) {
        return new SubmissionKey("external-ref", value);
    }

    boolean isHeader() {
        return kind.equals("idempotency-key");
    }
}
