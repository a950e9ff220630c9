package org.tocsin.outbox;

/** What an attempt says of the destination. */
public enum Verdict {
    /** It took the entry. */
    TAKEN,
    /** It answered, and did not want this entry: it is there. */
    REFUSED,
    /** It did not answer, or said that it cannot now. */
    UNANSWERED
}
