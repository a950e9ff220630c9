package org.tocsin.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a report was filed by a liaison for a caller. Everything in it may be shown to the operator and handed over. */
@Entity
@Table(name = "on_behalf")
public class OnBehalf {

    @Id
    @Column(name = "report_id")
    public UUID report;
    @Column(name = "organisation_id")
    public String organisation;
    public String caller;
    /** A role, never an account. */
    @Column(name = "taken_by")
    public String takenBy;
    @Column(name = "taken_at")
    public Instant takenAt;
    /** Null: not yet. */
    @Column(name = "called_back_at")
    public Instant calledBackAt;
    public Confirmation confirmation;
    /** Null when it was confirmed at another instance. */
    @Column(name = "decided_by")
    public String decidedBy;
    @Column(name = "decided_at")
    public Instant decidedAt;
    public String reason;
}
