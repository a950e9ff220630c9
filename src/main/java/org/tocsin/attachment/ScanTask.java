package org.tocsin.attachment;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;

/** Wakes the scan of a content until there is a verdict. */
class ScanTask {

    private static final String NAME = "scan-attachment";
    private static final Duration AFTER_OUR_OWN_FAILURE = Duration.ofSeconds(10);

    static TaskInstance<Void> of(UUID content) {
        return new TaskInstance<>(NAME, content.toString());
    }

    @Produces
    @Singleton
    CustomTask<Void> scanAttachment(Scan scan) {
        return Tasks.custom(NAME, Void.class)
                .onFailureReschedule(FixedDelay.of(AFTER_OUR_OWN_FAILURE))
                .onDeadExecutionRevive()
                .execute((instance, context) -> scan.of(UUID.fromString(instance.getId()))
                        .<CompletionHandler<Void>>map(when -> (done, task) -> task.reschedule(done, when))
                        .orElse((done, task) -> task.remove()));
    }
}
