package org.tocsin.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A person's decision that one revision goes out. */
@Entity
@Immutable
public class Release {

    @Id
    public UUID id;
    @Column(name = "report_id")
    public UUID report;
    @Column(name = "organisation_id")
    public String organisation;
    @Column(name = "revision_number")
    public int revisionNumber;
    @Column(name = "released_by")
    public String releasedBy;
    @Column(name = "released_at")
    public Instant releasedAt;
}
