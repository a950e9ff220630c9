package org.tocsin.party;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.tocsin.audit.Actor;
import org.tocsin.json.Json;

/** A change of contacts that waits for a call-back, or that was decided on after one. */
@Entity
@Table(name = "contact_held")
public class HeldContacts {

    static final String HELD = "held";
    static final String CONFIRMED = "confirmed";
    static final String REFUSED = "refused";

    @Id
    public UUID id;
    @Column(name = "organisation_id")
    public String organisation;
    public String document;
    @Column(name = "asked_by")
    public String askedBy;
    @Column(name = "asked_by_id")
    public String askedById;
    @Column(name = "asked_at")
    public Instant askedAt;
    public String state;
    @Column(name = "decided_by")
    public String decidedBy;
    @Column(name = "decided_at")
    public Instant decidedAt;
    @Column(name = "called_back")
    public String calledBack;

    Actor asker() {
        return new Actor(askedById, askedBy);
    }

    ContactBook book() {
        return Json.read(document.getBytes(StandardCharsets.UTF_8), ContactBook.class);
    }
}
