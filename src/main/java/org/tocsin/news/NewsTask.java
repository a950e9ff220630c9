package org.tocsin.news;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Wakes the sequencer of the news. */
class NewsTask {

    private static final Duration EVERY = Duration.ofSeconds(1);

    @Produces
    @Singleton
    RecurringTask<Void> numberChanges(NewsSequencer sequencer) {
        return Tasks.recurring("number-changes", FixedDelay.of(EVERY))
                .execute((instance, context) -> sequencer.run());
    }
}
