package org.tocsin.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one place where a transaction begins and where it is said what it may see. A transaction that
 * began elsewhere sees no organisation's rows at all.
 */
@ApplicationScoped
public class Transactions {

    private static final String SET = """
            select set_config('tocsin.organisation', :organisation, true),
                   set_config('tocsin.sight', :sight, true),
                   set_config('lock_timeout', :lockTimeout, true)""";

    private static final String IMPATIENT = "100ms";

    private final EntityManager database;
    private final String lockTimeout;
    /** What the page that is read on this thread may see; null when none is. */
    private final ThreadLocal<Sight> together = new ThreadLocal<>();

    /** @param lockTimeout how long a statement waits for another's lock, with its unit: 5s */
    Transactions(EntityManager database,
            @ConfigProperty(name = "tocsin.database.lock-timeout", defaultValue = "5s") String lockTimeout) {
        this.database = database;
        this.lockTimeout = lockTimeout;
    }

    /** Does the work in a transaction of its own; refuses to begin inside another, but for one that is {@link #together}. */
    public <T> T seeing(Sight sight, Supplier<T> work) {
        return sight.equals(together.get()) ? work.get() : within(lockTimeout, sight, work);
    }

    /**
     * Reads what many rooms show on one page, in one transaction: what they read with the same sight meanwhile joins it. For
     * reading alone: what a room writes here would be committed with the rest or not at all.
     */
    public <T> T together(Sight sight, Supplier<T> work) {
        return within(lockTimeout, sight, () -> {
            together.set(sight);
            try {
                return work.get();
            } finally {
                together.remove();
            }
        });
    }

    /** The same for work that many wait for, and that can be done otherwise: it hardly waits for another's lock. */
    public <T> T impatiently(Sight sight, Supplier<T> work) {
        return within(IMPATIENT, sight, work);
    }

    private <T> T within(String lockTimeout, Sight sight, Supplier<T> work) {
        return QuarkusTransaction.disallowingExisting().call(() -> {
            set(sight, lockTimeout);
            return work.get();
        });
    }

    public void seeing(Sight sight, Runnable work) {
        seeing(sight, () -> {
            work.run();
            return null;
        });
    }

    /**
     * Looks up what only we may know, in the midst of a caller's transaction: what is found must not
     * reach that caller. Afterwards the caller's own sight is restored; if the work fails, the
     * transaction fails with it.
     */
    public <T> T widened(Sight own, Supplier<T> work) {
        set(Sight.all(), lockTimeout);
        T found = work.get();
        database.flush();
        set(own, lockTimeout);
        return found;
    }

    public void widened(Sight own, Runnable work) {
        widened(own, () -> {
            work.run();
            return null;
        });
    }

    /** The same as the last thing that a transaction does: its sight stays wide until it commits. */
    public <T> T widenedToTheEnd(Supplier<T> work) {
        set(Sight.all(), lockTimeout);
        return work.get();
    }

    public void widenedToTheEnd(Runnable work) {
        widenedToTheEnd(() -> {
            work.run();
            return null;
        });
    }

    private void set(Sight sight, String lockTimeout) {
        database.createNativeQuery(SET)
                .setParameter("organisation", sight instanceof Sight.Own own ? own.organisation() : "")
                .setParameter("sight", sight instanceof Sight.All ? "all" : "own")
                .setParameter("lockTimeout", lockTimeout)
                .getSingleResult();
    }
}
