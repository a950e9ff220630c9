package org.tocsin.report.submission;

import java.util.List;
import org.tocsin.problem.Fault;

/** What came of reading a submission: it is sound, or everything that is wrong with it is known. */
public sealed interface SubmissionOutcome {

    /** @param canonical the bytes that are stored, hashed and signed (RFC 8785) */
    record Sound(Submission submission, byte[] canonical) implements SubmissionOutcome {
    }

    /** @param faults at least one */
    record Faulty(List<Fault> faults) implements SubmissionOutcome {
    }
}
