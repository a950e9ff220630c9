package org.tocsin.client;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Wakes what repairs clients that the identity provider has not followed, and what looks at certificates once a day. */
class InStepTask {

    private static final Duration REPAIR = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofDays(1);

    @Produces
    @Singleton
    RecurringTask<Void> bringIdentityProvider(InStep inStep, AbandonedEnrolments abandoned) {
        return Tasks.recurring("clients-in-step", FixedDelay.of(REPAIR))
                .execute((instance, context) -> {
                    inStep.bringAll();
                    abandoned.removeAll();
                });
    }

    @Produces
    @Singleton
    RecurringTask<Void> lookAtCertificates(CertificateWatch watch) {
        return Tasks.recurring("certificates-look", FixedDelay.of(LOOK))
                .execute((instance, context) -> watch.warn());
    }
}
