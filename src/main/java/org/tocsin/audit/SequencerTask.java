package org.tocsin.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Wakes the sequencer. */
class SequencerTask {

    private static final Duration EVERY = Duration.ofSeconds(1);

    @Produces
    @Singleton
    RecurringTask<Void> sequenceAudit(Sequencer sequencer) {
        return Tasks.recurring("audit-sequence", FixedDelay.of(EVERY))
                .execute((instance, context) -> sequencer.run());
    }
}
