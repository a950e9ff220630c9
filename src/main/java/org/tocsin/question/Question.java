package org.tocsin.question;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** What a liaison asked about a report. Everything in it may be shown to the operator; the rest is {@link QuestionInside}. */
@Entity
public class Question {

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
    /** RFC 6901, into the submission; null for a free question. */
    public String field;
    /** The revision that was before the liaison's eyes. */
    @Column(name = "revision_number")
    public int revisionNumber;
    public boolean owed;
    @Column(name = "answer_by")
    public Instant answerBy;
    @Column(name = "asked_at")
    public Instant askedAt;
    public QuestionState state;
    @Column(name = "answered_by")
    public String answeredBy;
    @Column(name = "answered_at")
    public Instant answeredAt;
    /** Canonical JSON. */
    public byte[] answer;
    /** Null when the answer is in words alone. */
    @Column(name = "answer_revision")
    public Integer answerRevision;
    @Column(name = "key_owner")
    public String keyOwner;
    public String key;
    public byte[] reply;
    @Column(name = "dropped_at")
    public Instant droppedAt;
    @Column(name = "drop_reason")
    public String dropReason;

    public boolean isFree() {
        return field == null;
    }
}
