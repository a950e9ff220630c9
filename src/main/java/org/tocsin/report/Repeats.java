package org.tocsin.report;

import java.util.UUID;
import org.tocsin.problem.Problem;

/** What is wrong with a repeat that is not one. */
final class Repeats {

    private Repeats() {
    }

    static Problem keyReused() {
        return new Problem(422, "idempotency-key-reused", "Idempotency-Key was used before",
                "This Idempotency-Key was used for another body. Nothing was stored. "
                        + "Use a new key for a new report, and the same key only for the very same one.");
    }

    static Problem referenceReused(UUID report) {
        return Problem.conflict("external-ref-reused", "externalRef was used before",
                "You have filed a report under this externalRef with other content. Look at that report and its "
                        + "revisions; use another externalRef for another report.")
                .with("report", "/api/v1/reports/" + report)
                .with("revisions", "/api/v1/reports/" + report + "/revisions");
    }
}
