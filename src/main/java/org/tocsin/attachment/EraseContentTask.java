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

/** Removes the pieces of an erased content, until it has succeeded. */
class EraseContentTask {

    private static final String NAME = "erase-content";
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

    static TaskInstance<Void> of(UUID content) {
        return new TaskInstance<>(NAME, content.toString());
    }

    @Produces
    @Singleton
    CustomTask<Void> eraseContent(AttachmentErasure erasure) {
        return Tasks.custom(NAME, Void.class)
                .onFailureReschedule(FixedDelay.of(AFTER_A_FAILURE))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    erasure.remove(UUID.fromString(instance.getId()));
                    return (CompletionHandler<Void>) (done, task) -> task.remove();
                });
    }
}
