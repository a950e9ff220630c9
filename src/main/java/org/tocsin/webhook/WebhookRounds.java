package org.tocsin.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.tocsin.store.Loop;

/**
 * Gives each webhook that has something to send its turn, on threads of their own: a place that answers slowly
 * keeps neither deliveries to the CERT nor other organisations' webhooks waiting. Who may send is decided by the
 * webhook's row.
 */
@ApplicationScoped
class WebhookRounds {

    private static final Logger LOG = Logger.getLogger(WebhookRounds.class);
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final int THREADS = 8;
    private static final int OF_ONE_ORGANISATION = 2;

    private final WebhookClaims claims;
    private final WebhookCourier courier;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> new Thread(work, "webhook"));
    /** Whose turn it is now on this replica, and whose each is. */
    private final Map<UUID, String> inHand = new ConcurrentHashMap<>();
    private final Loop loop = new Loop("webhook-turns", EVERY, this::round);

    WebhookRounds(WebhookClaims claims, WebhookCourier courier) {
        this.claims = claims;
        this.courier = courier;
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop();
        threads.shutdownNow();
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
            // It may have more, and so may others that found no thread.
            loop.wake();
        }
    }
}
