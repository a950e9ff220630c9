package org.tocsin.delivery.channel;

/** How an attempt ended. Only a receipt that verified makes a delivery. */
public sealed interface Outcome {

    /**
     * @param receipt       the destination's, as it came
     * @param submissionId  its name there
     * @param caseReference the CERT's case number; null when it has none yet
     */
    record Delivered(String receipt, String submissionId, String caseReference) implements Outcome {
    }

    /** No answer, or one that a later attempt may better: timeouts, 5xx, 429. Counts, and is tried again soon. */
    record Unanswered(String reason) implements Outcome {
    }

    /** The destination does not want it as it is: 4xx, or a receipt that does not verify. A person should look. */
    record Refused(String reason) implements Outcome {
    }
}
