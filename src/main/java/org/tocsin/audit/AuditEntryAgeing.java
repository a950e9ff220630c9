package org.tocsin.audit;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.tocsin.store.Ageing;
import org.tocsin.store.AgeingTable;

/** Erases salt and content of entries that are about no report; their commitments stay. */
class AuditEntryAgeing {

    private static final String DUE = """
            select exists (
              select from audit_entry e
              join audit_payload p on p.entry_id = e.id
              where e.organisation_id = :organisation
                and e.report_id is null
                and e.at < :before
                and e.type not like '%.erased'
                and p.erased_at is null)""";

    @Produces
    @Singleton
    Ageing auditEntries(EntityManager database) {
        return new AgeingTable(database, Ageing.Kind.AUDIT_ENTRIES, DUE, "erase_audit_entries");
    }
}
