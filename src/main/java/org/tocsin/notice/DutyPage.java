package org.tocsin.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A report for which those on duty are rung, until one answers. */
@Entity
@Table(name = "duty_page")
public class DutyPage {

    static final String RINGING = "ringing";
    static final String ACKNOWLEDGED = "acknowledged";
    /** It needs nobody any more: it was claimed, or it is no longer open. */
    static final String ENDED = "ended";

    @Id
    public UUID id;
    @Column(name = "report_id")
    public UUID report;
    @Column(name = "organisation_id")
    public String organisation;
    public String reason;
    public String state;
    public int rings;
    @Column(name = "next_ring_at")
    public Instant nextRingAt;
    @Column(name = "raised_at")
    public Instant raisedAt;
    @Column(name = "ended_at")
    public Instant endedAt;
    @Column(name = "ended_by")
    public String endedBy;

    boolean isRinging() {
        return state.equals(RINGING);
    }

    void end(String how, String by, Instant at) {
        state = how;
        endedBy = by;
        endedAt = at;
    }
}
