package org.tocsin.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tocsin.time.Now;

/** Claims, sends, records, one message after the other: the sending is outside of any transaction. */
@ApplicationScoped
class WebhookCourier {

    private static final Logger LOG = Logger.getLogger(WebhookCourier.class);
    /** Then others have their turn. */
    private static final int MESSAGES_IN_A_TURN = 50;

    private final WebhookClaims claims;
    private final WebhookLine line;
    private final WebhookOutcomes outcomes;
    private final Now now;

    WebhookCourier(WebhookClaims claims, WebhookLine line, WebhookOutcomes outcomes, Now now) {
        this.claims = claims;
        this.line = line;
        this.outcomes = outcomes;
        this.now = now;
    }

    /** Until it has everything, or does not take something, or others have waited long enough. */
    void turn(UUID webhook) {
        Optional<WebhookClaim> claim = claims.take(webhook);
        for (int sent = 1; claim.isPresent(); sent++) {
            claim = outcomes.writeAndGoOn(claim.get(), send(claim.get()), sent < MESSAGES_IN_A_TURN);
        }
    }

    private Answer send(WebhookClaim claim) {
        try {
            return line.send(claim.url(), claim.secrets(), claim.message(), now.instant());
        } catch (RuntimeException e) {
            // Whatever it is, it is ours: the attempt must have an end, and another must follow.
            LOG.errorf(e, "Webhook failed on our side webhook=%s", claim.webhook());
            return Answer.unanswered("Something failed on our side.");
        }
    }
}
