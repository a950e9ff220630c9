package org.tocsin.party;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.tocsin.json.Json;

/** An organisation's contacts as they were once written. */
@Entity
@Immutable
@Table(name = "contact_book")
@IdClass(ContactVersion.Key.class)
public class ContactVersion {

    public record Key(String organisation, int version) {
    }

    @Id
    @Column(name = "organisation_id")
    public String organisation;
    @Id
    public int version;
    public String document;
    @Column(name = "written_by")
    public String writtenBy;
    @Column(name = "written_at")
    public Instant writtenAt;

    public ContactBook book() {
        return Json.read(document.getBytes(StandardCharsets.UTF_8), ContactBook.class);
    }
}
