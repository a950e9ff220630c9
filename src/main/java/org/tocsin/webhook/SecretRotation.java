package org.tocsin.webhook;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.tocsin.seal.StoredSecrets;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/**
 * Encrypts stored secrets again under the key that comes first in the key file: those of an older key after a rotation, and those that
 * were stored in the clear before there were keys.
 *
 * <p>Crash story: each batch is one transaction. What it leaves is found in the next round, by whichever replica runs it; until then it
 * is read with its old key.
 */
@ApplicationScoped
class SecretRotation {

    private static final Logger LOG = Logger.getLogger(SecretRotation.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int BATCH = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private final Transactions transactions;
    private final WebhookSecrets secrets;
    private final StoredSecrets keys;
    /** As the last round found it. */
    private final AtomicLong lost = new AtomicLong();

    SecretRotation(Transactions transactions, WebhookSecrets secrets, StoredSecrets keys) {
        this.transactions = transactions;
        this.secrets = secrets;
        this.keys = keys;
    }

    void watch(@Observes StartupEvent started, MeterRegistry registry) {
        Gauge.builder("tocsin.secrets.lost", lost, AtomicLong::get)
                .description("Stored secrets whose key is not in the key file")
                .register(registry);
    }

    void run() {
        long done = 0;
        long unreadable = 0;
        UUID after = FIRST;
        List<WebhookSecrets.Kept> batch;
        do {
            UUID from = after;
            batch = transactions.seeing(Sight.all(), () -> encryptAgain(from));
            long read = batch.stream().filter(kept -> kept.secret().isPresent()).count();
            done += read;
            unreadable += batch.size() - read;
            after = batch.isEmpty() ? after : batch.get(batch.size() - 1).id();
        } while (batch.size() == BATCH);
        if (done > 0) {
            LOG.infof("Stored secrets encrypted again key=%s done=%d lost=%d", keys.primaryKey(), done, unreadable);
        }
        if (unreadable > 0 && lost.get() != unreadable) {
            LOG.errorf("Stored secrets cannot be read: their key is not in the key file lost=%d", unreadable);
        }
        lost.set(unreadable);
    }

    private List<WebhookSecrets.Kept> encryptAgain(UUID after) {
        List<WebhookSecrets.Kept> batch = secrets.behind(after, BATCH);
        batch.forEach(kept -> kept.secret().ifPresent(secret -> secrets.encryptAgain(kept.id(), secret)));
        return batch;
    }

    static class Task {

        @Produces
        @Singleton
        RecurringTask<Void> encryptSecrets(SecretRotation rotation) {
            return Tasks.recurring("encrypt-secrets", FixedDelay.of(EVERY)).execute((instance, context) -> rotation.run());
        }
    }
}
