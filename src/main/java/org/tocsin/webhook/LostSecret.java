package org.tocsin.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.tocsin.audit.Actor;
import org.tocsin.audit.Audience;
import org.tocsin.audit.Audit;
import org.tocsin.audit.AuditEvent;
import org.tocsin.json.Json;

/** Disables a webhook whose messages cannot be signed any more, for the key of its secret is lost. Its owner gives it another secret. */
@ApplicationScoped
class LostSecret {

    static final String WHY = "Its secret can no longer be read here, so nothing can be signed. Rotate the secret, then enable the webhook: "
            + "it goes on where it stopped.";

    private final Audit audit;

    LostSecret(Audit audit) {
        this.audit = audit;
    }

    /** In the transaction that holds the webhook. A test that waits is dropped. */
    void disable(Webhook webhook, Instant at) {
        webhook.heldUntil = null;
        webhook.ping = null;
        if (webhook.isEnabled()) {
            webhook.disable(WHY, at);
            audit.write(new AuditEvent(webhook.organisation, null, "webhook.disabled", Actor.TOCSIN, Audience.OPERATOR, at,
                    Json.MAPPER.createObjectNode().put("webhook", webhook.id.toString()).put("why", WHY)));
        }
    }
}
