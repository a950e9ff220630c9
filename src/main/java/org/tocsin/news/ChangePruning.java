package org.tocsin.news;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.tocsin.store.Prunable;
import org.tocsin.time.Now;

/**
 * Removes changes that are older than they are kept, of each organisation the first ones up to a number, and keeps that number: a
 * reader whose place is before it is told so, and misses nothing in silence.
 */
@ApplicationScoped
class ChangePruning implements Prunable {

    private static final String ORGANISATIONS = "select organisation_id from change_count order by organisation_id";

    /** The first that stays; none when all go. */
    private static final String FIRST_KEPT = """
            select c.number
            from change c
            join audit_entry e on e.id = c.entry_id
            where c.organisation_id = :organisation and e.at >= :before
            order by c.number
            limit 1""";

    private static final String LAST_TO_GO = """
            select max(number), max(leaf)
            from (
              select number, leaf from change
              where organisation_id = :organisation and number < :first
              order by number
              limit :most) old""";

    private static final String REMOVE = "delete from change where organisation_id = :organisation and number <= :last";

    private static final String KEEP_NUMBER = """
            update change_count
            set pruned_number = :last, pruned_at = :at
            where organisation_id = :organisation""";

    private static final String KEEP_LEAF = "update change_place set pruned_leaf = greatest(pruned_leaf, :leaf)";

    private final EntityManager database;
    private final Now now;

    ChangePruning(EntityManager database, Now now) {
        this.database = database;
        this.now = now;
    }

    @Override
    public Kind kind() {
        return Kind.CHANGES;
    }

    @Override
    public int prune(Instant before, int most) {
        List<?> organisations = database.createNativeQuery(ORGANISATIONS, String.class).getResultList();
        int removed = 0;
        for (Object organisation : organisations) {
            removed += prune((String) organisation, before, most);
            if (removed >= most) {
                return removed;
            }
        }
        return removed;
    }

    int prune(String organisation, Instant before, int most) {
        List<?> kept = database.createNativeQuery(FIRST_KEPT, Long.class)
                .setParameter("organisation", organisation)
                .setParameter("before", before)
                .getResultList();
        Object first = kept.isEmpty() ? Long.MAX_VALUE : kept.get(0);
        Object[] last = (Object[]) database.createNativeQuery(LAST_TO_GO)
                .setParameter("organisation", organisation)
                .setParameter("first", first)
                .setParameter("most", most)
                .getSingleResult();
        if (last[0] == null) {
            return 0;
        }
        database.createNativeQuery(KEEP_NUMBER)
                .setParameter("last", last[0])
                .setParameter("at", now.instant())
                .setParameter("organisation", organisation)
                .executeUpdate();
        database.createNativeQuery(KEEP_LEAF).setParameter("leaf", last[1]).executeUpdate();
        return database.createNativeQuery(REMOVE)
                .setParameter("organisation", organisation)
                .setParameter("last", last[0])
                .executeUpdate();
    }
}
