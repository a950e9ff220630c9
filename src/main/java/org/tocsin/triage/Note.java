package org.tocsin.triage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What a liaison wrote down about a report for those on our side. No operator sees it, nor that it is there. */
@Entity
@Immutable
@Table(name = "triage_note")
public class Note {

    @Id
    public UUID id;
    /** The order in which they were written, which is not that of our clock. The database gives it. */
    @Column(insertable = false, updatable = false)
    public long place;
    @Column(name = "report_id")
    public UUID report;
    @Column(name = "organisation_id")
    public String organisation;
    public String text;
    @Column(name = "written_by")
    public String writtenBy;
    @Column(name = "written_at")
    public Instant writtenAt;
}
