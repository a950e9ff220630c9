package org.tocsin.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.tocsin.store.Prunable;

/** Removes old attempts of deliveries that were tried often. The first, which tells what went wrong then, and the last ones stay. */
@ApplicationScoped
class AttemptPruning implements Prunable {

    private static final int LAST_ONES = 10;

    private static final String REMOVE = """
            delete from delivery_attempt
            where (delivery_id, number) in (
              select a.delivery_id, a.number
              from delivery_attempt a
              join delivery d on d.id = a.delivery_id
              where a.started_at < :before
                and a.number > 1
                and a.number <= d.attempts - :lastOnes
              limit :most)""";

    private final EntityManager database;

    AttemptPruning(EntityManager database) {
        this.database = database;
    }

    @Override
    public Kind kind() {
        return Kind.ATTEMPTS;
    }

    @Override
    public int prune(Instant before, int most) {
        return database.createNativeQuery(REMOVE)
                .setParameter("before", before)
                .setParameter("lastOnes", LAST_ONES)
                .setParameter("most", most)
                .executeUpdate();
    }
}
