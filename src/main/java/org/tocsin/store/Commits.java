package org.tocsin.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Does something once the caller's transaction is on disk, and nothing if it is rolled back. */
@ApplicationScoped
public class Commits {

    private final TransactionSynchronizationRegistry transaction;

    Commits(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    /** @param work short, and no part of what must happen: it is lost with the process */
    public void after(Runnable work) {
        transaction.registerInterposedSynchronization(new AfterCommit(work));
    }
}
