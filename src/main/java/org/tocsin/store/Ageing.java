package org.tocsin.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A slot: each room erases content that belongs to no report, once it has been kept long enough. A function of the database does it and
 * checks the erasure itself ({@code V72_6__erase_what_has_no_report.sql}).
 */
public interface Ageing {

    /** What is kept for the same time. */
    enum Kind {
        /** Reports in quarantine that nobody accepted: from the decision, or from their arrival where there was none. */
        QUARANTINE,
        /** Changes of contacts that waited for a call-back: from the decision, or from when they were asked for. */
        CONTACT_CHANGES,
        /** Contacts that were replaced: from when they were. Not while something of the organisation's is compromised. */
        CONTACT_VERSIONS,
        /** What entries of the log say that are about no report: clients, contacts, webhooks, inventory. From when they were written. */
        AUDIT_ENTRIES;

        /** The word in the database and in the log. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Kind kind();

    /** Whether anything of the organisation's is older, in the caller's transaction, which sees all. */
    boolean isDue(String organisation, Instant before);

    /**
     * Erases the oldest first, in the transaction that wrote the erasure.
     *
     * @param most how many at once, so that no transaction takes long
     * @return which: ids, and of contacts the versions
     */
    List<String> erase(UUID erasure, Instant before, int most);
}
