package org.tocsin.party;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.tocsin.store.Ageing;
import org.tocsin.store.AgeingTable;

/** Erases the changes of contacts that waited for a call-back; that one was asked for, by whom and what was decided stays. */
class ContactChangeAgeing {

    private static final String DUE = """
            select exists (
              select from contact_held
              where organisation_id = :organisation
                and erased_at is null
                and coalesce(decided_at, asked_at) < :before)""";

    @Produces
    @Singleton
    Ageing contactChanges(EntityManager database) {
        return new AgeingTable(database, Ageing.Kind.CONTACT_CHANGES, DUE, "erase_contact_changes");
    }
}
