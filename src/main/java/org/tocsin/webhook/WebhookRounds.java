package org.tocsin.webhook;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Gives each webhook that has something to send its turn, on threads of their own: a place that answers slowly
 * keeps neither deliveries to the CERT nor other organisations' webhooks waiting. Who may send is decided by the
 * webhook's row.
 */
@ApplicationScoped
class WebhookRounds {

    private static final Logger LOG = Logger.getLogger(WebhookRounds.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int THREADS = 8;
    private static final int OF_ONE_ORGANISATION = 2;

    private final WebhookClaims claims;
    private final WebhookCourier courier;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> new Thread(work, "webhook"));
    /** Whose turn it is now on this replica, and whose each is. */
    private final Map<UUID, String> inHand = new ConcurrentHashMap<>();

    WebhookRounds(WebhookClaims claims, WebhookCourier courier) {
        this.claims = claims;
        this.courier = courier;
    }

    void stop(@Observes ShutdownEvent stopping) {
        threads.shutdown();
    }

    void round() {
        for (WebhookClaims.Due due : claims.due()) {
            boolean room = inHand.size() < THREADS
                    && inHand.values().stream().filter(due.organisation()::equals).count() < OF_ONE_ORGANISATION;
            if (room && inHand.putIfAbsent(due.webhook(), due.organisation()) == null) {
                threads.execute(() -> turn(due.webhook()));
            }
        }
    }

    private void turn(UUID webhook) {
        try {
            courier.turn(webhook);
        } catch (RuntimeException e) {
            // Such as a database that is away. The row is as it was or is held; a later round comes back to it.
            LOG.warnf("Webhook's turn broke off webhook=%s reason=%s", webhook, e.getClass().getSimpleName());
        } finally {
            inHand.remove(webhook);
        }
    }

    @Produces
    @Singleton
    RecurringTask<Void> tellWebhooks(WebhookRounds rounds) {
        return Tasks.recurring("tell-webhooks", FixedDelay.of(EVERY))
                .execute((instance, context) -> rounds.round());
    }
}
