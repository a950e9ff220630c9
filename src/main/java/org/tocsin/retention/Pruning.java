package org.tocsin.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;
import org.tocsin.store.Prunable;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.ClockWatch;
import org.tocsin.time.Now;

/**
 * Removes each day what is no report and has been kept long enough, in small transactions. A clock that goes wrong stops it.
 *
 * <p>Crash story: what is removed is committed batch by batch, and what is left is old enough tomorrow too.
 */
@ApplicationScoped
class Pruning {

    static final int BATCH = 1000;
    private static final Logger LOG = Logger.getLogger(Pruning.class);
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 15);

    private final Instance<Prunable> rooms;
    private final Transactions transactions;
    private final RetentionConfig config;
    private final ClockWatch clock;
    private final Now now;

    Pruning(@Any Instance<Prunable> rooms, Transactions transactions, RetentionConfig config, ClockWatch clock, Now now) {
        this.rooms = rooms;
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
        this.now = now;
    }

    void run() {
        for (Prunable room : rooms) {
            try {
                prune(room);
            } catch (RuntimeException e) {
                // Whatever it is, such as a time that the database refuses: the other rooms go on.
                LOG.warnf("Not removed for their age kind=%s reason=%s", room.kind(), e.getClass().getSimpleName());
                LOG.debug("Why nothing was removed", e);
            }
        }
    }

    private void prune(Prunable room) {
        int removed = 0;
        int batch;
        do {
            batch = clock.isInDoubt() ? 0 : transactions.seeing(Sight.all(),
                    () -> room.prune(now.instant().minus(Duration.ofDays(config.days(room.kind()))), BATCH));
            removed += batch;
        } while (batch > 0);
        if (removed > 0) {
            LOG.infof("Removed for their age kind=%s rows=%d", room.kind(), removed);
        }
    }

    static class Task {

        @Produces
        @Singleton
        RecurringTask<Void> prune(Pruning pruning, ClockWatch clock) {
            return Tasks.recurring("prune", Schedules.daily(ZoneOffset.UTC, AT_NIGHT))
                    .execute((instance, context) -> clock.unlessInDoubt(pruning::run));
        }
    }
}
