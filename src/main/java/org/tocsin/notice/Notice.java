package org.tocsin.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** One mail or one ring to one recipient. */
@Entity
public class Notice {

    static final String NEWS = "news";
    static final String RING = "ring";
    static final String CALM = "calm";
    /** About no report: the service's own clock. */
    static final String CLOCK = "clock";

    static final String MAIL = "mail";
    static final String PAGER = "pager";

    static final String PENDING = "pending";
    static final String SENT = "sent";
    static final String DROPPED = "dropped";

    @Id
    public UUID id;
    @Column(name = "organisation_id")
    public String organisation;
    @Column(name = "report_id")
    public UUID report;
    @Column(name = "page_id")
    public UUID page;
    public String purpose;
    public String channel;
    public String recipient;
    public String subject;
    public String body;
    public String state;
    public String why;
    /** Each claim takes the next number; the word of an older holder is not taken. */
    public long fence;
    @Column(name = "held_until")
    public Instant heldUntil;
    public int attempts;
    @Column(name = "next_attempt_at")
    public Instant nextAttemptAt;
    @Column(name = "created_at")
    public Instant createdAt;
    @Column(name = "ended_at")
    public Instant endedAt;

    void end(String how, String reason, Instant at) {
        state = how;
        why = reason;
        heldUntil = null;
        endedAt = at;
    }
}
