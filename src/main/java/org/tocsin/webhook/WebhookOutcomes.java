package org.tocsin.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.tocsin.audit.Actor;
import org.tocsin.audit.Audience;
import org.tocsin.audit.Audit;
import org.tocsin.audit.AuditEvent;
import org.tocsin.json.Json;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.ClockWatch;
import org.tocsin.time.Now;
import org.tocsin.time.RetryPlan;

/**
 * Writes down how a try went, and what follows from it. While the clock is in doubt no webhook has failed for too long.
 *
 * <p>Crash story: if we crash before its commit, we do not know that it was taken, and it is sent again under the
 * same id.
 */
@ApplicationScoped
class WebhookOutcomes {

    private static final int KEPT_ATTEMPTS = 100;
    private static final String PRUNE = "delete from webhook_attempt where webhook_id = :webhook and number <= :last";

    private final EntityManager database;
    private final Transactions transactions;
    private final WebhookClaims claims;
    private final Audit audit;
    private final Now now;
    private final ClockWatch clock;
    private final WebhookConfig config;
    private final RetryPlan plan;

    WebhookOutcomes(EntityManager database, Transactions transactions, WebhookClaims claims, Audit audit, Now now, ClockWatch clock, WebhookConfig config) {
        this.database = database;
        this.transactions = transactions;
        this.claims = claims;
        this.audit = audit;
        this.now = now;
        this.clock = clock;
        this.config = config;
        this.plan = new RetryPlan(config.firstRetry(), config.lastRetry());
    }

    void write(WebhookClaim claim, Answer answer) {
        transactions.seeing(Sight.all(), () -> record(claim, answer));
    }

    /**
     * Writes down how a try went and, when it was taken, claims what comes next, in the one transaction.
     *
     * @param more whether others can wait
     * @return what to send now; nothing when it is another's turn, or there is nothing more
     */
    Optional<WebhookClaim> writeAndGoOn(WebhookClaim claim, Answer answer, boolean more) {
        return transactions.seeing(Sight.all(), () -> {
            record(claim, answer);
            database.flush();
            return more && answer.kind() == Answer.Kind.DELIVERED ? claims.takeHere(claim.webhook()) : Optional.empty();
        });
    }

    private void record(WebhookClaim claim, Answer answer) {
        Webhook webhook = database.find(Webhook.class, claim.webhook(), LockModeType.PESSIMISTIC_WRITE);
        if (webhook == null || webhook.fence != claim.fence()) {
            return; // removed meanwhile, or a later claim has taken over, and its word counts
        }
        Instant at = now.instant();
        webhook.heldUntil = null;
        end(claim, answer, at);
        if (claim.message().isPing()) {
            webhook.ping = null; // a test is a question, and this is its answer
        } else if (answer.kind() == Answer.Kind.DELIVERED) {
            webhook.position = claim.message().number();
            webhook.succeeded(at);
        } else {
            failed(webhook, answer, at);
        }
    }

    private void failed(Webhook webhook, Answer answer, Instant at) {
        webhook.failures++;
        webhook.refusals += answer.kind() == Answer.Kind.REFUSED ? 1 : 0;
        webhook.failingSince = webhook.failingSince == null ? at : webhook.failingSince;
        webhook.nextAttemptAt = at.plus(plan.waitAfter(webhook.failures, ThreadLocalRandom.current().nextDouble()));
        if (answer.kind() == Answer.Kind.GONE) {
            disable(webhook, answer.reason(), at);
        } else if (webhook.refusals >= config.refusals()) {
            disable(webhook, "It refused " + webhook.refusals + " times, at last so: " + answer.reason(), at);
        } else if (!clock.isInDoubt() && !webhook.failingSince.plus(config.giveUp()).isAfter(at)) {
            disable(webhook, "It has failed since " + webhook.failingSince + ", at last so: " + answer.reason(), at);
        }
    }

    private void disable(Webhook webhook, String why, Instant at) {
        webhook.disable(why, at);
        audit.write(new AuditEvent(webhook.organisation, null, "webhook.disabled", Actor.TOCSIN, Audience.OPERATOR, at,
                Json.MAPPER.createObjectNode().put("webhook", webhook.id.toString()).put("why", why)));
    }

    private void end(WebhookClaim claim, Answer answer, Instant at) {
        WebhookAttempt attempt = database.find(WebhookAttempt.class, new WebhookAttempt.Key(claim.webhook(), claim.attempt()));
        attempt.endedAt = at;
        attempt.outcome = switch (answer.kind()) {
            case DELIVERED -> "delivered";
            case UNANSWERED -> "retry";
            case REFUSED, GONE -> "refused";
        };
        attempt.status = answer.status();
        attempt.reason = answer.reason();
        database.createNativeQuery(PRUNE)
                .setParameter("webhook", claim.webhook())
                .setParameter("last", claim.attempt() - KEPT_ATTEMPTS)
                .executeUpdate();
    }
}
