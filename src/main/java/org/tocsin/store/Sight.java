package org.tocsin.store;

import java.util.Objects;

/**
 * What a transaction may see of the rows that belong to organisations. The database holds to it by
 * row-level security, as the second wall behind the code's own checks.
 */
public sealed interface Sight {

    /** The rows of one organisation. */
    record Own(String organisation) implements Sight {
        public Own {
            Objects.requireNonNull(organisation);
        }
    }

    /** The rows of all organisations: liaisons, auditors, our own background work. */
    record All() implements Sight {
    }

    static Sight own(String organisation) {
        return new Own(organisation);
    }

    static Sight all() {
        return new All();
    }
}
