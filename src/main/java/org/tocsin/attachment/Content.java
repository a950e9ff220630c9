package org.tocsin.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One organisation's bytes, once, whatever the attachments that have them. The bytes are in the {@link ContentStore}. */
@Entity
@Immutable
@Table(name = "attachment_content")
public class Content {

    @Id
    public UUID id;
    @Column(name = "organisation_id")
    public String organisation;
    /** SHA-256. */
    public byte[] digest;
    public long size;
    /** What its first bytes look like. */
    @Column(name = "detected_type")
    public String detectedType;
    public AttachmentState state;
    /** What the scanner calls what it found. */
    public String finding;
    @Column(name = "scanned_at")
    public Instant scannedAt;
    @Column(name = "scan_attempts")
    public int scanAttempts;
    @Column(name = "erased_at")
    public Instant erasedAt;

    ContentKey key() {
        return new ContentKey(organisation, id);
    }
}
