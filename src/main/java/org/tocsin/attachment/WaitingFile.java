package org.tocsin.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A file that waits with a draft for the report that it becomes. */
@Entity
@Immutable
@Table(name = "attachment_waiting")
public class WaitingFile {

    @Id
    public UUID id;
    @Column(name = "organisation_id")
    public String organisation;
    @Column(name = "draft_id")
    public UUID draft;
    @Column(name = "content_id")
    public UUID content;
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
}
