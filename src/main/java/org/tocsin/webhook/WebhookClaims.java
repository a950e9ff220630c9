package org.tocsin.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.news.Change;
import org.tocsin.news.Changes;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/**
 * Decides who may send what next. A webhook is a reader of its organisation's changes with a position of its own:
 * it gets the next one that it wants, until it has taken that.
 *
 * <p>Crash story: the claim and the beginning of the attempt are committed before anything is sent. If we crash after
 * that, the attempt stands without an end, and when the lease has run out another claim is made with the next fence.
 * It sends the same message under the same id: who has it already tells by that.
 *
 * <p>A wait or a lease that ends in more than twice the longest there is was set by a clock that was ahead, and is over.
 */
@ApplicationScoped
class WebhookClaims {

    /** @param organisation whose it is, so that one with many slow webhooks does not keep others waiting */
    record Due(UUID webhook, String organisation) {
    }

    /** Most want all, and so the next one: it is not worth to read many. */
    private static final int FIRST_CHANGES = 2;
    private static final int CHANGES_AT_ONCE = 200;

    private static final String DUE = """
            select w.id, w.organisation_id
            from webhook w
            left join change_count c on c.organisation_id = w.organisation_id
            where (w.held_until is null or w.held_until <= :now or w.held_until > :noHold)
              and (w.ping_id is not null
                or w.state = 'enabled' and (w.next_attempt_at <= :now or w.next_attempt_at > :noWait) and w.position < c.last_number)
            order by w.next_attempt_at
            limit 200""";

    private static final String TAKE = """
            update webhook
            set fence = fence + 1,
                held_until = :heldUntil
            where id = :id
              and (held_until is null or held_until <= :now or held_until > :noHold)
              and (ping_id is not null or state = 'enabled' and (next_attempt_at <= :now or next_attempt_at > :noWait))
            returning fence""";

    private final EntityManager database;
    private final Transactions transactions;
    private final Changes changes;
    private final WebhookSecrets secrets;
    private final LostSecret lost;
    private final Now now;
    private final Duration lease;
    private final Duration longestWait;

    WebhookClaims(EntityManager database, Transactions transactions, Changes changes, WebhookSecrets secrets, LostSecret lost,
            Now now, WebhookConfig config) {
        this.database = database;
        this.transactions = transactions;
        this.changes = changes;
        this.secrets = secrets;
        this.lost = lost;
        this.now = now;
        this.lease = config.lease();
        this.longestWait = config.lastRetry();
    }

    @SuppressWarnings("unchecked")
    List<Due> due() {
        return transactions.seeing(Sight.all(), () -> {
            Instant at = now.instant();
            List<Tuple> rows = database.createNativeQuery(DUE, Tuple.class)
                    .setParameter("now", at)
                    .setParameter("noHold", at.plus(lease.multipliedBy(2)))
                    .setParameter("noWait", at.plus(longestWait.multipliedBy(2)))
                    .getResultList();
            return rows.stream().map(row -> new Due(row.get(0, UUID.class), row.get(1, String.class))).toList();
        });
    }

    /** @return nothing when another holds it, or there is nothing to send now */
    Optional<WebhookClaim> take(UUID id) {
        return transactions.seeing(Sight.all(), () -> takeHere(id));
    }

    /** The same in the caller's transaction, which sees all. */
    Optional<WebhookClaim> takeHere(UUID id) {
        Instant start = now.instant();
        Optional<?> fence = database.createNativeQuery(TAKE)
                .setParameter("id", id)
                .setParameter("now", start)
                .setParameter("heldUntil", start.plus(lease))
                .setParameter("noHold", start.plus(lease.multipliedBy(2)))
                .setParameter("noWait", start.plus(longestWait.multipliedBy(2)))
                .getResultStream().findFirst();
        return fence.flatMap(number -> {
            Webhook webhook = database.find(Webhook.class, id);
            database.refresh(webhook);
            return begin(webhook, start);
        });
    }

    private Optional<WebhookClaim> begin(Webhook webhook, Instant start) {
        List<byte[]> signing = secrets.valid(webhook.id, start);
        if (signing.isEmpty()) {
            lost.disable(webhook, start);
            return Optional.empty();
        }
        Optional<WebhookMessage> next = next(webhook);
        if (next.isEmpty()) {
            webhook.heldUntil = null;
            return Optional.empty();
        }
        webhook.attempts++;
        WebhookAttempt attempt = new WebhookAttempt();
        attempt.webhook = webhook.id;
        attempt.number = webhook.attempts;
        attempt.organisation = webhook.organisation;
        attempt.message = next.get().id();
        attempt.type = next.get().type();
        attempt.startedAt = start;
        database.persist(attempt);
        return Optional.of(new WebhookClaim(webhook.id, webhook.fence, webhook.attempts, webhook.url,
                signing, next.get()));
    }

    /** A test first, for someone waits for it. What is not wanted is passed over for good. */
    private Optional<WebhookMessage> next(Webhook webhook) {
        if (webhook.ping != null) {
            return Optional.of(WebhookMessage.ping(webhook.ping, webhook.organisation, now.instant()));
        }
        Optional<Changes.Pruned> missed = changes.pruned(webhook.organisation).filter(pruned -> webhook.position < pruned.number());
        if (missed.isPresent()) {
            return missed.map(pruned -> WebhookMessage.pruned(webhook.id, webhook.organisation, pruned));
        }
        for (int atOnce = FIRST_CHANGES; true; atOnce = CHANGES_AT_ONCE) {
            List<Change> found = changes.of(webhook.organisation, webhook.position, atOnce);
            Optional<Change> wanted = found.stream().filter(change -> webhook.wants(change.type())).findFirst();
            if (wanted.isPresent() || found.isEmpty()) {
                return wanted.map(WebhookMessage::of);
            }
            webhook.position = found.get(found.size() - 1).number();
        }
    }
}
