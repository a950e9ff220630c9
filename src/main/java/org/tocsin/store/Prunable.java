package org.tocsin.store;

import java.time.Instant;

/** A slot: each room removes rows that nobody needs for their age, so that its tables do not grow for ever. */
public interface Prunable {

    /** What is kept for the same time. */
    enum Kind {
        /** Changes that readers and webhooks follow. */
        CHANGES,
        /** Mail and rings, once they were sent or dropped, and pages to those on duty that have ended. */
        NOTICES,
        /** Attempts to send something. */
        ATTEMPTS,
        /** What an organisation's contacts were, before they were changed. */
        CONTACT_VERSIONS
    }

    Kind kind();

    /**
     * Removes some of what is older, in the caller's transaction, which sees all.
     *
     * @param most about how many rows at once, so that no transaction takes long
     * @return how many were removed; 0 when there are no more
     */
    int prune(Instant before, int most);
}
