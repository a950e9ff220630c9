package org.tocsin.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.conditional.Tagged;

/** A webhook as it is shown. */
@Schema(name = "Webhook")
public record WebhookView(
        UUID id,
        @Schema(description = "Where messages go") String url,
        @Schema(description = "Which changes are wanted; empty for all") List<EventType> types,
        @Schema(description = "What it is for, in the operator's words") @Nullable String description,
        @Schema(description = "enabled, or disabled by us: disabledWhy says why", examples = "enabled") String state,
        @Schema(description = "Why nothing is sent any more") @Nullable String disabledWhy,
        @Nullable Instant disabledAt,
        @Schema(description = "How many changes it has not dealt with, wanted or not") long behind,
        @Schema(description = "Failures in succession") int failures,
        @Schema(description = "When the next try is, while it fails") @Nullable Instant nextAttemptAt,
        @Schema(description = "Whether a test is about to be sent") boolean pinging,
        @Schema(description = "The account that registered it") String createdBy,
        Instant createdAt,
        @Schema(description = "What messages are signed with. Shown only in the answer that made it",
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=") @Nullable String secret,
        @Schema(description = "Until when messages are signed with the secret before as well; only in the answer that made a new one")
        @Nullable Instant formerSecretUntil) implements Tagged {

    /** Without the secret, which is shown once. */
    @Override
    public Record atItsAddress() {
        return new WebhookView(id, url, types, description, state, disabledWhy, disabledAt, behind, failures, nextAttemptAt, pinging,
                createdBy, createdAt, null, null);
    }


    static WebhookView of(Webhook webhook, long last) {
        return of(webhook, last, null, null);
    }

    static WebhookView of(Webhook webhook, long last, String secret, Instant formerUntil) {
        return new WebhookView(webhook.id, webhook.url, webhook.types(), webhook.description, webhook.state,
                webhook.disabledWhy, webhook.disabledAt, Math.max(0, last - webhook.position), webhook.failures,
                webhook.failures > 0 && webhook.isEnabled() ? webhook.nextAttemptAt : null, webhook.ping != null,
                webhook.createdBy, webhook.createdAt, secret, formerUntil);
    }

    @Schema(name = "WebhookAttempt")
    public record Attempt(
            @Schema(description = "Counted from 1") int number,
            @Schema(description = "The webhook-id: the change's id, or that of a test") UUID message,
            @Schema(description = "What the message told of", examples = "report.acknowledged") String type,
            Instant startedAt,
            @Schema(description = "Absent while it is under way, and for ever if we were cut off then") @Nullable Instant endedAt,
            @Schema(description = "delivered, retry or refused") @Nullable String outcome,
            @Schema(description = "The HTTP status that was answered") @Nullable Integer status,
            @Schema(description = "Why it failed") @Nullable String reason) {

        static Attempt of(WebhookAttempt attempt) {
            return new Attempt(attempt.number, attempt.message, attempt.type, attempt.startedAt, attempt.endedAt,
                    attempt.outcome, attempt.status, attempt.reason);
        }
    }
}
