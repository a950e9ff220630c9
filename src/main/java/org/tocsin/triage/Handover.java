package org.tocsin.triage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** That a liaison goes off shift and offers all that it holds to whoever comes on. */
@Entity
public class Handover {

    @Id
    public UUID id;
    /** The account that goes. */
    @Column(name = "offered_by", updatable = false)
    public String offeredBy;
    @Column(name = "offered_by_id", updatable = false)
    public String offeredById;
    /** What the next one must know. Once it is taken over, the note stands on each report's own timeline instead. */
    public String note;
    @Column(name = "offered_at", updatable = false)
    public Instant offeredAt;
    @Column(name = "taken_by")
    public String takenBy;
    /** When it was taken over, or taken back by who offered it. */
    @Column(name = "ended_at")
    public Instant endedAt;
}
