package org.tocsin.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import org.tocsin.time.ClockMemory;

/** One row for all replicas: one whose clock is wrong from its start finds there what the others keep. */
@ApplicationScoped
class StoredClockMemory implements ClockMemory {

    private static final String LAST = "select right_at from clock_memory where right_at is not null";

    private static final String KEEP = "update clock_memory set right_at = :right";

    private final EntityManager database;
    private final Transactions transactions;

    StoredClockMemory(EntityManager database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    @Override
    public Optional<Instant> last() {
        return transactions.seeing(Sight.all(), () ->
                database.createNativeQuery(LAST, Instant.class).getResultStream().map(Instant.class::cast).findFirst());
    }

    @Override
    public void keep(Instant right) {
        transactions.seeing(Sight.all(), () -> {
            database.createNativeQuery(KEEP).setParameter("right", right).executeUpdate();
        });
    }
}
