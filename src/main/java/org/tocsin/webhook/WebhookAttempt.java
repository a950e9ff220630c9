package org.tocsin.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One try to tell. */
@Entity
@Table(name = "webhook_attempt")
@IdClass(WebhookAttempt.Key.class)
public class WebhookAttempt {

    public record Key(UUID webhook, int number) {
    }

    @Id
    @Column(name = "webhook_id")
    public UUID webhook;
    @Id
    public int number;
    @Column(name = "organisation_id")
    public String organisation;
    @Column(name = "message_id")
    public UUID message;
    public String type;
    @Column(name = "started_at")
    public Instant startedAt;
    @Column(name = "ended_at")
    public Instant endedAt;
    public String outcome;
    public Integer status;
    public String reason;
}
