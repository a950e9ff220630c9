package org.tocsin.delivery;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;

/** Wakes a delivery until it is done. Whether it may be sent is not decided here but by its row. */
class DeliveryTask {

    private static final String NAME = "deliver";
    private static final Duration AFTER_OUR_OWN_FAILURE = Duration.ofSeconds(10);

    static TaskInstance<Void> of(UUID delivery) {
        return new TaskInstance<>(NAME, delivery.toString());
    }

    @Produces
    @Singleton
    CustomTask<Void> deliver(Courier courier, Claims claims) {
        return Tasks.custom(NAME, Void.class)
                .onFailureReschedule(FixedDelay.of(AFTER_OUR_OWN_FAILURE))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    UUID delivery = UUID.fromString(instance.getId());
                    courier.tryToDeliver(delivery);
                    return claims.nextWake(delivery)
                            .<CompletionHandler<Void>>map(when -> (done, task) -> task.reschedule(done, when))
                            .orElse((done, task) -> task.remove());
                });
    }
}
