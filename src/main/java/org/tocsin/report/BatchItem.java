package org.tocsin.report;

import org.tocsin.problem.Problem;
import org.tocsin.report.submission.SubmissionOutcome;

/**
 * One report of a batch.
 *
 * @param index   its place in the batch, from 0
 * @param key     what its sender will tell a repeat by; null when it gave none
 * @param outcome with pointers from the batch's beginning
 */
record BatchItem(int index, String key, SubmissionOutcome outcome) {

    ItemResult accepted(Accepted accepted) {
        return new ItemResult(index, 201, accepted, null);
    }

    ItemResult refused(Problem refusal) {
        return new ItemResult(index, refusal.status(), null, refusal);
    }
}
