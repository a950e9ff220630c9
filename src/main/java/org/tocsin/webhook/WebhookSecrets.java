package org.tocsin.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tocsin.seal.WebhookSignature;
import org.tocsin.store.Ids;

/** What webhooks are signed with. Only a transaction that sees all can read or write it, see its policy. */
@ApplicationScoped
class WebhookSecrets {

    private static final String ADD = """
            insert into webhook_secret (id, webhook_id, organisation_id, secret, created_at)
            values (:id, :webhook, :organisation, :secret, :at)""";

    /** Two at most: of those that were replaced before, none is used any longer. */
    private static final String FORGET = "delete from webhook_secret where webhook_id = :webhook and expires_at is not null";

    private static final String EXPIRE = "update webhook_secret set expires_at = :until where webhook_id = :webhook";

    private static final String VALID = """
            select secret from webhook_secret
            where webhook_id = :webhook and (expires_at is null or expires_at > :at)
            order by expires_at nulls first""";

    private final EntityManager database;
    private final Duration overlap;

    WebhookSecrets(EntityManager database, WebhookConfig config) {
        this.database = database;
        this.overlap = config.overlap();
    }

    /** @return it, as its owner is to be shown it this once */
    String add(Webhook webhook, Instant at) {
        byte[] secret = WebhookSignature.newSecret();
        database.createNativeQuery(ADD)
                .setParameter("id", Ids.next())
                .setParameter("webhook", webhook.id)
                .setParameter("organisation", webhook.organisation)
                .setParameter("secret", secret)
                .setParameter("at", at)
                .executeUpdate();
        return WebhookSignature.written(secret);
    }

    /** Puts another in its place; for a while both are used. */
    String rotate(Webhook webhook, Instant at) {
        database.createNativeQuery(FORGET).setParameter("webhook", webhook.id).executeUpdate();
        database.createNativeQuery(EXPIRE)
                .setParameter("webhook", webhook.id)
                .setParameter("until", until(at))
                .executeUpdate();
        return add(webhook, at);
    }

    Instant until(Instant at) {
        return at.plus(overlap);
    }

    /** The newest first. */
    @SuppressWarnings("unchecked")
    List<byte[]> valid(UUID webhook, Instant at) {
        return database.createNativeQuery(VALID, byte[].class)
                .setParameter("webhook", webhook)
                .setParameter("at", at)
                .getResultList();
    }
}
