package org.tocsin.quarantine;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.tocsin.store.Ageing;
import org.tocsin.store.AgeingTable;

/** Erases what was in quarantine and nobody accepted; its digest stays, and what was decided. */
class QuarantineAgeing {

    private static final String DUE = """
            select exists (
              select from quarantine
              where organisation_id = :organisation
                and erased_at is null
                and report_id is null
                and coalesce(decided_at, received_at) < :before)""";

    @Produces
    @Singleton
    Ageing quarantine(EntityManager database) {
        return new AgeingTable(database, Ageing.Kind.QUARANTINE, DUE, "erase_quarantine");
    }
}
