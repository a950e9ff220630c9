package org.tocsin.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** What has not arrived yet, by destination. */
@ApplicationScoped
class Backlog {

    /**
     * @param pending how many deliveries wait
     * @param failing how many of them have failed at least once
     */
    record Count(long pending, long failing) {

        static final Count NONE = new Count(0, 0);
    }

    private final EntityManager database;
    private final Transactions transactions;

    Backlog(EntityManager database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    Map<String, Count> byDestination() {
        return transactions.seeing(Sight.all(), () -> {
            List<Object[]> rows = database.createQuery("""
                    select d.destination, count(*), sum(case when d.attempts > 0 and d.heldUntil is null then 1 else 0 end)
                    from Delivery d
                    where d.state = 'pending'
                    group by d.destination""", Object[].class).getResultList();
            Map<String, Count> counts = new TreeMap<>();
            rows.forEach(row -> counts.put((String) row[0], new Count((Long) row[1], (Long) row[2])));
            return counts;
        });
    }
}
