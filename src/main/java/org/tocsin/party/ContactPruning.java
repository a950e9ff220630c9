package org.tocsin.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.tocsin.store.Prunable;

/** Removes contacts that were replaced long ago. What counts now stays, however old; the database keeps what was replaced for 30 days at least. */
@ApplicationScoped
class ContactPruning implements Prunable {

    private static final String REMOVE = "select prune_contacts(:before, :most)";

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
        return ((Number) database.createNativeQuery(REMOVE).setParameter("before", before).setParameter("most", most).getSingleResult()).intValue();
    }
}
