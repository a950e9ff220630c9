package org.tocsin.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A file on its way in. Its id is also the name of the content that it brings. */
@Entity
@Table(name = "attachment_upload")
public class Upload {

    @Id
    public UUID id;
    @Column(name = "organisation_id", updatable = false)
    public String organisation;
    /** Null when it is for a draft. */
    @Column(name = "report_id", updatable = false)
    public UUID report;
    /** That it waits with; null when it is for a report. */
    @Column(name = "draft_id", updatable = false)
    public UUID draft;
    @Column(updatable = false)
    public String name;
    @Column(name = "declared_type", updatable = false)
    public String declaredType;
    /** Null while nobody said it. */
    @Column(updatable = false)
    public Long length;
    /** Of the whole; null when nobody said it. */
    @Column(updatable = false)
    public byte[] expected;
    public long received;
    public long fence;
    /** What it became; null while it is under way. */
    @Column(name = "attachment_id")
    public UUID attachment;
    /** Given up. */
    public boolean ended;
    @Column(name = "started_by", updatable = false)
    public String startedBy;
    @Column(name = "started_at", updatable = false)
    public Instant startedAt;
    @Column(name = "touched_at")
    public Instant touchedAt;

    ContentKey content() {
        return new ContentKey(organisation, id);
    }

    boolean isOpen() {
        return attachment == null && !ended;
    }
}
