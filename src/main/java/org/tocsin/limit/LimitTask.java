package org.tocsin.limit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Wakes the removal of shares that are whole again. */
class LimitTask {

    private static final Duration EVERY = Duration.ofMinutes(1);

    @Produces
    @Singleton
    RecurringTask<Void> forgetFullShares(FullShares shares) {
        return Tasks.recurring("limit-forget", FixedDelay.of(EVERY))
                .execute((instance, context) -> shares.forget());
    }
}
