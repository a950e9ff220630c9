package org.tocsin.store;

import java.time.Instant;
import java.util.UUID;

/**
 * That a report's content is erased, or its attachments alone. The row of the same id is written before anything goes,
 * in the transaction in which it goes.
 *
 * @param why in words, shown wherever something is missing
 */
public record Erasure(UUID id, UUID report, Scope scope, String why, Instant at) {

    public enum Scope {
        REPORT, ATTACHMENTS;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
