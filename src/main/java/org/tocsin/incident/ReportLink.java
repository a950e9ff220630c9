package org.tocsin.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What a liaison knows of two reports, of whichever organisations. It has no direction. */
@Entity
@Immutable
@Table(name = "report_link")
public class ReportLink {

    @Id
    public UUID id;
    /** The one whose id comes first in the order of the database. */
    @Column(name = "first_id")
    public UUID first;
    @Column(name = "second_id")
    public UUID second;
    public String kind;
    public String reason;
    @Column(name = "linked_by")
    public String linkedBy;
    @Column(name = "linked_at")
    public Instant linkedAt;
}
