package org.tocsin.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.tocsin.store.Prunable;

/** Removes old attempts, of those that each webhook keeps. */
@ApplicationScoped
class WebhookAttemptPruning implements Prunable {

    private static final String REMOVE = """
            delete from webhook_attempt
            where (webhook_id, number) in (
              select webhook_id, number from webhook_attempt
              where started_at < :before
              limit :most)""";

    private final EntityManager database;

    WebhookAttemptPruning(EntityManager database) {
        this.database = database;
    }

    @Override
    public Kind kind() {
        return Kind.ATTEMPTS;
    }

    @Override
    public int prune(Instant before, int most) {
        return database.createNativeQuery(REMOVE).setParameter("before", before).setParameter("most", most).executeUpdate();
    }
}
