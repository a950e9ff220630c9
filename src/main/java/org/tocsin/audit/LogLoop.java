package org.tocsin.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The log's own thread: gives places, lets the tree grow, signs. It looks five times a second, so that a checkpoint covers what was committed
 * within a quarter of one, while submissions give up little for it; it does not pause while entries come so fast that many were there at once.
 * Each replica has such a loop; which of them does a step is decided by rows. It keeps nothing: whatever a step finds, it finds in the database.
 */
@ApplicationScoped
class LogLoop {

    private static final Logger LOG = Logger.getLogger(LogLoop.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    /** Who comes after so many waits for no pause. */
    private static final int MANY = 256;
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Sequencer places;
    private final LogGrowth growth;
    private final LogSigning signing;
    private final Heartbeat heartbeat;
    private final LogBacklog backlog;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "audit-log");

    LogLoop(Sequencer places, LogGrowth growth, LogSigning signing, Heartbeat heartbeat, LogBacklog backlog) {
        this.places = places;
        this.growth = growth;
        this.signing = signing;
        this.heartbeat = heartbeat;
        this.backlog = backlog;
    }

    void start(@Observes StartupEvent started) {
        thread.setDaemon(true);
        thread.start();
    }

    /** A step in hand is finished; were it not, nothing would be lost. */
    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopping.countDown();
        thread.join(PATIENCE.toMillis());
    }

    private void run() {
        Duration pause = Duration.ZERO;
        while (!stops(pause)) {
            pause = look();
        }
    }

    private boolean stops(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    Duration look() {
        try {
            heartbeat.beatIfDue();
            if (!backlog.isThere()) {
                return BETWEEN_LOOKS;
            }
            return step() ? Duration.ZERO : BETWEEN_LOOKS;
        } catch (LogSigning.BrokenLog broken) {
            LOG.errorf("The audit log is not signed any more: what is stored contradicts what was signed. A person must look. why=%s",
                    broken.getMessage());
        } catch (Throwable failure) { // whatever it was, also an Error: the next look begins from what is stored, and without a thread there is none
            LOG.warnf("The audit log does not grow now reason=%s", failure.getClass().getSimpleName());
            LOG.debug("Why the audit log did not grow", failure);
        }
        return AFTER_A_FAILURE;
    }

    /**
     * A batch, and a checkpoint over it: whoever comes fast does not keep those before him waiting.
     *
     * @return whether so many were there that others are likely to wait already
     */
    private boolean step() {
        boolean placedMany = places.runOnce() >= MANY;
        boolean grewByAFullOne = growth.runOnce();
        signing.run();
        return placedMany || grewByAFullOne;
    }
}
