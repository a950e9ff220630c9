package org.tocsin.store;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import org.tocsin.time.ClockAlarm;

/**
 * Wakes background work that a clock which was ahead has put off: the scheduler plans by the clock, and would let work that
 * was planned twenty years ahead sleep for twenty years. To wake too early does no harm, for rows say what is due.
 *
 * <p>Crash story: one statement. After a crash, and when the clock was wrong and set right while nobody ran, the next start finds
 * what sleeps longer than anything here is ever put off.
 */
@ApplicationScoped
class WakeAfterStep {

    /** What runs daily waits longest. */
    private static final Duration LONGEST = Duration.ofHours(25);

    private static final String WAKE = """
            update scheduled_tasks
            set execution_time = :now,
                version = version + 1
            where not picked
              and execution_time > :later""";

    private final EntityManager database;
    private final Transactions transactions;

    WakeAfterStep(EntityManager database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    void atStart(@Observes StartupEvent started) {
        wake(Instant.now().plus(LONGEST));
    }

    /** Before the others that observe it, for they may fail, and then it is observed again. */
    void afterStep(@Observes @Priority(10) ClockAlarm alarm) {
        if (alarm.kind() == ClockAlarm.Kind.STEPPED) {
            wake(Instant.now());
        }
    }

    private void wake(Instant later) {
        transactions.seeing(Sight.all(), () -> {
            database.createNativeQuery(WAKE).setParameter("now", Instant.now()).setParameter("later", later).executeUpdate();
        });
    }
}
