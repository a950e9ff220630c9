package org.tocsin.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One row of the log's first table. Neither this code nor its database role can change one. */
@Entity
@Immutable
@Table(name = "audit_entry")
public class AuditEntry {

    @Id
    public UUID id;
    @Column(name = "organisation_id")
    public String organisation;
    @Column(name = "report_id")
    public UUID report;
    public String type;
    public String actor;
    /** Null for what has no account. */
    @Column(name = "actor_id")
    public String actorId;
    public String audience;
    public Instant at;
    public byte[] commitment;
}
