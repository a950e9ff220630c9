package org.tocsin.store;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;

/** Does something once the transaction is on disk, and nothing if it is not. */
record AfterCommit(Runnable work) implements Synchronization {

    @Override
    public void beforeCompletion() {
        // only the outcome matters
    }

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            work.run();
        }
    }
}
