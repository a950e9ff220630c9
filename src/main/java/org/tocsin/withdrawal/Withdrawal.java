package org.tocsin.withdrawal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** That someone wants a report withdrawn, and what became of it. */
@Entity
public class Withdrawal {

    public static final String ASKED = "asked";
    public static final String CONFIRMED = "confirmed";
    public static final String REFUSED = "refused";
    public static final String CANCELLED = "cancelled";

    @Id
    public UUID id;
    @Column(name = "report_id", updatable = false)
    public UUID report;
    @Column(name = "organisation_id", updatable = false)
    public String organisation;
    @Column(updatable = false)
    public int number;
    public String state;
    @Column(updatable = false)
    public String reason;
    @Column(name = "asked_by", updatable = false)
    public String askedBy;
    /** Null where only the name was kept: nobody can show that it is another person. */
    @Column(name = "asked_by_id", updatable = false)
    public String askedById;
    @Column(name = "asked_at", updatable = false)
    public Instant askedAt;
    /** Whether a document that says that it is asked for has gone out. */
    public boolean told;
    @Column(name = "decided_by")
    public String decidedBy;
    @Column(name = "decided_at")
    public Instant decidedAt;
    /** Why it was refused or cancelled. */
    public String decision;
    @Column(name = "called_number")
    public String calledNumber;
    @Column(name = "answered_by")
    public String answeredBy;
    @Column(name = "called_at")
    public Instant calledAt;
}
