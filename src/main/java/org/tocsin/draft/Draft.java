package org.tocsin.draft;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A report, or a further revision of one, that a person has begun to write. */
@Entity
@Table(name = "draft")
public class Draft {

    @Id
    public UUID id;
    @Column(name = "organisation_id", updatable = false)
    public String organisation;
    /** The identifier of the person who writes it. */
    @Column(updatable = false)
    public String owner;
    /** Null for a new report. */
    @Column(name = "report_id", updatable = false)
    public UUID report;
    /** Of the report, as the writer saw it; null for a new one. */
    public Integer version;
    /** Sent twice under it, it is filed once. */
    @Column(updatable = false)
    public String key;
    public byte[] typed;
    /** The report that it became; null while it is being written. */
    @Column(name = "filed_id")
    public UUID filed;
    @Column(name = "started_at", updatable = false)
    public Instant startedAt;
    @Column(name = "touched_at")
    public Instant touchedAt;
}
