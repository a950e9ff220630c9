package org.tocsin.quarantine;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A report in quarantine. */
@Entity
@Table(name = "quarantine")
public class HeldReport {

    static final String HELD = "held";
    static final String ACCEPTING = "accepting";
    static final String ACCEPTED = "accepted";
    static final String REFUSED = "refused";

    @Id
    public UUID id;
    @Column(name = "organisation_id")
    public String organisation;
    public String client;
    public String key;
    @Column(name = "idempotency_key")
    public String idempotencyKey;
    public byte[] body;
    public byte[] digest;
    public String title;
    public String why;
    @Column(name = "issued_at")
    public Instant issuedAt;
    @Column(name = "not_before")
    public Instant notBefore;
    @Column(name = "expires_at")
    public Instant expiresAt;
    public String proof;
    @Column(name = "received_at")
    public Instant receivedAt;
    @Column(name = "sent_at")
    public Instant sentAt;
    public String state;
    @Column(name = "decided_by")
    public String decidedBy;
    @Column(name = "decided_at")
    public Instant decidedAt;
    public String reason;
    @Column(name = "report_id")
    public UUID report;

    boolean isUndecided() {
        return state.equals(HELD) || state.equals(ACCEPTING);
    }
}
