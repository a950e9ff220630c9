package org.tocsin.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a report is handled with another one, of whichever organisation. */
@Entity
@Table(name = "incident_part")
public class IncidentPart {

    @Id
    @Column(name = "report_id")
    public UUID report;
    /** As it was named. */
    @Column(name = "into_id")
    public UUID into;
    /** The one that leads, and is itself handled with none: where this one's into leads in the end. */
    @Column(name = "lead_id")
    public UUID lead;
    /** The newest by then: what the operator says later brings the report up again. */
    public int revision;
    public String reason;
    @Column(name = "merged_by")
    public String mergedBy;
    @Column(name = "merged_at")
    public Instant mergedAt;
}
