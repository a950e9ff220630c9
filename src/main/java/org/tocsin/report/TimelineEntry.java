package org.tocsin.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One thing that happened to a report. */
@Entity
@Immutable
@Table(name = "timeline")
@IdClass(TimelineEntry.Key.class)
public class TimelineEntry {

    /** @param number counted from 1 within the report */
    public record Key(UUID report, int number) {
    }

    @Id
    @Column(name = "report_id")
    public UUID report;
    @Id
    public int number;
    @Column(name = "organisation_id")
    public String organisation;
    public String type;
    public String actor;
    public String audience;
    public Instant at;
    /** A JSON object; an empty one when it has been erased. */
    public String detail;
    @Column(name = "erased_at")
    public Instant erasedAt;
    @Column(name = "erased_why")
    public String erasedWhy;
}
