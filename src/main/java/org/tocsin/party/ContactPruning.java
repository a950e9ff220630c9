package org.tocsin.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.tocsin.store.Prunable;

/** Removes contacts that were replaced long ago. What counts now stays, however old. */
@ApplicationScoped
class ContactPruning implements Prunable {

    private static final String REMOVE = """
            delete from contact_book
            where (organisation_id, version) in (
              select b.organisation_id, b.version
              from contact_book b
              where exists (
                select from contact_book next
                where next.organisation_id = b.organisation_id and next.version > b.version and next.written_at < :before)
              limit :most)""";

    private final EntityManager database;

    ContactPruning(EntityManager database) {
        this.database = database;
    }

    @Override
    public Kind kind() {
        return Kind.CONTACT_VERSIONS;
    }

    @Override
    public int prune(Instant before, int most) {
        return database.createNativeQuery(REMOVE).setParameter("before", before).setParameter("most", most).executeUpdate();
    }
}
