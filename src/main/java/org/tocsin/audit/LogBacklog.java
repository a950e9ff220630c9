package org.tocsin.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** Whether anything is written that no checkpoint covers yet. */
@ApplicationScoped
class LogBacklog {

    private static final String THERE = """
            select exists (select from audit_pending)
                or (select next_index from audit_sequence) > (select size from audit_tree)
                or (select size from audit_tree) > (select coalesce(max(size), 0) from audit_checkpoint)""";

    private final EntityManager database;
    private final Transactions transactions;

    LogBacklog(EntityManager database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    boolean isThere() {
        return transactions.seeing(Sight.all(), () -> (Boolean) database.createNativeQuery(THERE).getSingleResult());
    }
}
