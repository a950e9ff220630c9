package org.tocsin.store;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A thread of its own that does a round every so often, and at once when it is woken. Nothing that others do can keep it
 * waiting. A round decides by rows, so each replica may have such a loop.
 */
public final class Loop {

    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);

    private final Duration every;
    private final Runnable round;
    private final Thread thread;
    private final Semaphore wakes = new Semaphore(0);
    private volatile boolean stopping;
    /** Why rounds break off; null while they do not. Used by the thread alone. */
    private String failing;

    /** @param name of the thread */
    public Loop(String name, Duration every, Runnable round) {
        this.every = every;
        this.round = round;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Asks for a round now. Wakes that come during a round are one more round. */
    public void wake() {
        wakes.release();
    }

    /** A round in hand is finished; were it not, nothing would be lost. */
    public void stop() {
        stopping = true;
        wake();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopping) {
                Duration pause = look() ? every : AFTER_A_FAILURE;
                wakes.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                wakes.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells the first failure and each other reason, and that it is over; not every round. */
    private boolean look() {
        try {
            round.run();
            if (failing != null) {
                LOG.infof("Rounds go well again thread=%s", thread.getName());
            }
            failing = null;
            return true;
        } catch (Throwable failure) { // whatever it was, also an Error: the next round begins from what is stored, and without a thread there is none
            String reason = failure.getClass().getSimpleName();
            if (!reason.equals(failing)) {
                LOG.warnf("A round broke off thread=%s reason=%s", thread.getName(), reason);
                LOG.debug("Why a round broke off", failure);
            }
            failing = reason;
            return false;
        }
    }
}
