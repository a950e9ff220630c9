package org.tocsin.party;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.tocsin.store.Ageing;
import org.tocsin.store.AgeingTable;

/** Erases contacts that were replaced long ago, while nothing of the organisation's is compromised. */
class ContactVersionAgeing {

    private static final String DUE = """
            select not exists (select from compromise c where c.organisation_id = :organisation)
              and exists (
                select from contact_book b
                join contact_book n on n.organisation_id = b.organisation_id and n.version > b.version
                where b.organisation_id = :organisation
                  and n.written_at < :before)""";

    @Produces
    @Singleton
    Ageing contactVersions(EntityManager database) {
        return new AgeingTable(database, Ageing.Kind.CONTACT_VERSIONS, DUE, "erase_contact_versions");
    }
}
