package org.tocsin.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/**
 * Gives committed entries their place in the log. The order of the log is the order of these
 * places, never of timestamps.
 *
 * <p>Crash story: indexes, leaves and the next index change in one transaction. If we crash before
 * its commit, the entries are still pending and the next index still free; after it, both are done.
 * Of two replicas that try at once, one waits on the single row and then sees what the other did.
 */
@ApplicationScoped
public class Sequencer {

    static final int BATCH = 1024;

    /** Looked at first: who only finds nothing to do must neither wait nor write. */
    private static final String PENDING = "select exists (select from audit_pending)";

    private static final String LOCK = "select next_index from audit_sequence for update";

    private static final String PLACE = """
            with taken as (
              delete from audit_pending
              where number in (select number from audit_pending order by number limit :batch)
              returning number, entry_id
            )
            insert into audit_leaf (index, entry_id)
            select :next + row_number() over (order by number) - 1, entry_id
            from taken""";

    private static final String ADVANCE = "update audit_sequence set next_index = next_index + :placed";

    private final EntityManager database;
    private final Transactions transactions;

    Sequencer(EntityManager database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** Places what is pending, batch by batch, until nothing is. */
    public void run() {
        while (runOnce() == BATCH) {
            // another batch is waiting
        }
    }

    /** @return how many got their place; more may be pending if that is a whole batch */
    int runOnce() {
        return isAnythingPending() ? placeBatch() : 0;
    }

    private boolean isAnythingPending() {
        return transactions.seeing(Sight.all(), () -> (Boolean) database.createNativeQuery(PENDING).getSingleResult());
    }

    private int placeBatch() {
        return transactions.seeing(Sight.all(), () -> {
            Number next = (Number) database.createNativeQuery(LOCK).getSingleResult();
            int placed = database.createNativeQuery(PLACE)
                    .setParameter("batch", BATCH)
                    .setParameter("next", next.longValue())
                    .executeUpdate();
            database.createNativeQuery(ADVANCE).setParameter("placed", placed).executeUpdate();
            return placed;
        });
    }
}
