package org.tocsin.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What an entry said, with the salt that keeps its commitment from being guessed. */
@Entity
@Immutable
@Table(name = "audit_payload")
public class AuditPayload {

    @Id
    @Column(name = "entry_id")
    public UUID entry;
    @Column(name = "organisation_id")
    public String organisation;
    public String audience;
    public byte[] salt;
    public byte[] content;
}
