package org.tocsin.behalf;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One time that a caller was called back. The operator sees when, and nothing else of it. */
@Entity
@Immutable
@Table(name = "behalf_call_back")
public class BehalfCallBack {

    @Id
    public UUID id;
    /** The order in which they were written down, which is not that of our clock. The database gives it. */
    @Column(insertable = false, updatable = false)
    public long place;
    @Column(name = "report_id")
    public UUID report;
    @Column(name = "organisation_id")
    public String organisation;
    public String number;
    public Instant at;
    public String how;
    @Column(name = "recorded_by")
    public String recordedBy;
    @Column(name = "recorded_at")
    public Instant recordedAt;
}
