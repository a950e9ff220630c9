package org.tocsin.store;

import java.util.Optional;
import java.util.UUID;

/** A slot: each room erases what it keeps of a report, and nobody has to know all tables. */
public interface Erasable {

    /** Why the report cannot be erased yet, in a sentence; nothing when it can. */
    default Optional<String> objection(UUID report) {
        return Optional.empty();
    }

    /**
     * Erases content and leaves digests, commitments and receipts, in the transaction of the erasure, which holds the
     * report. A table that the service may not change is changed by a function of the database that checks the erasure
     * itself ({@code V10__retention.sql}).
     */
    void erase(Erasure erasure);
}
