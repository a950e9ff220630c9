package org.tocsin.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody's word that nothing of a report, or of a whole organisation, may be erased. */
@Entity
@Table(name = "legal_hold")
public class Hold {

    @Id
    public UUID id;
    @Column(name = "organisation_id", updatable = false)
    public String organisation;
    /** Null: all of the organisation's. */
    @Column(name = "report_id", updatable = false)
    public UUID report;
    @Column(updatable = false)
    public String reason;
    @Column(name = "placed_by", updatable = false)
    public String placedBy;
    @Column(name = "placed_at", updatable = false)
    public Instant placedAt;
    @Column(name = "lifted_by")
    public String liftedBy;
    @Column(name = "lifted_at")
    public Instant liftedAt;
    @Column(name = "lifted_because")
    public String liftedBecause;
}
