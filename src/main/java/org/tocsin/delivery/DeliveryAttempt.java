package org.tocsin.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** One try to hand a delivery over. Without an end it is under way, or we were killed in it. */
@Entity
@Table(name = "delivery_attempt")
@IdClass(DeliveryAttempt.Key.class)
public class DeliveryAttempt {

    /** @param number counted from 1 within the delivery */
    public record Key(UUID delivery, int number) {
    }

    @Id
    @Column(name = "delivery_id")
    public UUID delivery;
    @Id
    public int number;
    @Column(name = "organisation_id")
    public String organisation;
    @Column(name = "started_at")
    public Instant startedAt;
    @Column(name = "ended_at")
    public Instant endedAt;
    public String outcome;
    public String reason;

    boolean endedAs(String how, String why) {
        return how.equals(outcome) && Objects.equals(why, reason);
    }
}
