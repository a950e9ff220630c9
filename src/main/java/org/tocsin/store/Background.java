package org.tocsin.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/**
 * Work that nobody waits for: the tasks that the rooms declare, woken by db-scheduler. It only
 * wakes them; who may do what is decided by the rows themselves, for the scheduler trusts a clock.
 */
@ApplicationScoped
public class Background {

    private final Scheduler scheduler;
    private final TransactionSynchronizationRegistry transaction;

    Background(DataSource database, BackgroundConfig config,
            TransactionSynchronizationRegistry transaction,
            @Any Instance<CustomTask<Void>> once, @Any Instance<RecurringTask<Void>> recurring) {
        this.transaction = transaction;
        List<Task<?>> woken = once.stream().<Task<?>>map(task -> task).toList();
        scheduler = Scheduler.create(database, woken)
                .startTasks(recurring.stream().toList())
                .threads(config.threads())
                .pollingInterval(config.polling())
                .heartbeatInterval(config.heartbeat())
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(config.shutdownWait())
                .build();
    }

    void start(@Observes StartupEvent started) {
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        scheduler.stop();
    }

    /** Plans work for now, in the caller's transaction: it is there if the transaction commits, and is looked for at once. */
    public void soon(TaskInstance<Void> work) {
        scheduler.schedule(work, Instant.now());
        transaction.registerInterposedSynchronization(new AfterCommit(scheduler::triggerCheckForDueExecutions));
    }
}
