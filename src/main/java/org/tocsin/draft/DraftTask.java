package org.tocsin.draft;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.tocsin.time.ClockWatch;

/** Wakes the removal of drafts and forms that nobody came back for. */
class DraftTask {

    private static final Duration EVERY = Duration.ofMinutes(10);

    @Produces
    @Singleton
    RecurringTask<Void> forgetDrafts(Drafts drafts, Parking parking, ClockWatch clock) {
        return Tasks.recurring("drafts-forget", FixedDelay.of(EVERY)).execute((instance, context) -> clock.unlessInDoubt(() -> {
            drafts.prune();
            parking.prune();
        }));
    }
}
