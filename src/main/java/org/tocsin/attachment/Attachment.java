package org.tocsin.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A file that belongs to a report. Its bytes are a {@link Content}, which several attachments may share. */
@Entity
@Immutable
public class Attachment {

    @Id
    public UUID id;
    @Column(name = "organisation_id")
    public String organisation;
    @Column(name = "report_id")
    public UUID report;
    @Column(name = "content_id")
    public UUID content;
    /** Null when it has been erased. */
    public String name;
    @Column(name = "declared_type")
    public String declaredType;
    @Column(name = "type_mismatch")
    public boolean typeMismatch;
    @Column(name = "added_by")
    public String addedBy;
    public String client;
    @Column(name = "added_at")
    public Instant addedAt;
    /** What its sender was told; null when it has been erased. */
    public byte[] answer;
    @Column(name = "erased_at")
    public Instant erasedAt;
    @Column(name = "erased_why")
    public String erasedWhy;
}
