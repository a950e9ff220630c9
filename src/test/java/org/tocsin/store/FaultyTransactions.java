package org.tocsin.store;

import jakarta.enterprise.inject.Vetoed;
import jakarta.persistence.EntityManager;
import java.util.function.Supplier;

/** Fails when it is told to: before a commit, so that nothing is persisted, or after it, so that all is and nobody knows. */
@Vetoed
public class FaultyTransactions extends Transactions {

    /** What a test expects to see. */
    public static final class Crash extends RuntimeException {
    }

    public enum Fault { BEFORE_COMMIT, AFTER_COMMIT }

    private final Fault fault;
    private int untilFault;

    /** @param transaction which one fails, counted from 0; only that one */
    public FaultyTransactions(EntityManager database, Fault fault, int transaction) {
        super(database, "5s");
        this.fault = fault;
        untilFault = transaction;
    }

    @Override
    public <T> T seeing(Sight sight, Supplier<T> work) {
        boolean fails = untilFault-- == 0;
        T done = super.seeing(sight, () -> {
            T result = work.get();
            if (fails && fault == Fault.BEFORE_COMMIT) {
                throw new Crash();
            }
            return result;
        });
        if (fails) {
            throw new Crash();
        }
        return done;
    }

    @Override
    public void seeing(Sight sight, Runnable work) {
        seeing(sight, () -> {
            work.run();
            return null;
        });
    }
}
