package org.tocsin.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tocsin.json.Json;

/** One place where an organisation wants to be told. It follows the organisation's changes, one after the other. */
@Entity
public class Webhook {

    static final String ENABLED = "enabled";
    static final String DISABLED = "disabled";

    @Id
    public UUID id;
    @Column(name = "organisation_id")
    public String organisation;
    public short slot;
    public String url;
    public String description;
    /** JSON array; empty for all. */
    public String types;
    public String state;
    @Column(name = "disabled_why")
    public String disabledWhy;
    @Column(name = "disabled_at")
    public Instant disabledAt;
    /** The number of the last change that it has dealt with. */
    public long position;
    /** Each claim takes the next number; the word of an older holder is not taken. */
    public long fence;
    @Column(name = "held_until")
    public Instant heldUntil;
    @Column(name = "next_attempt_at")
    public Instant nextAttemptAt;
    public int failures;
    public int refusals;
    @Column(name = "failing_since")
    public Instant failingSince;
    public int attempts;
    @Column(name = "ping_id")
    public UUID ping;
    @Column(name = "created_by")
    public String createdBy;
    @Column(name = "created_at")
    public Instant createdAt;

    List<EventType> types() {
        return Json.words(types).stream().map(EventType::new).toList();
    }

    boolean wants(String type) {
        return types().isEmpty() || types().stream().anyMatch(wanted -> wanted.takes(type));
    }

    boolean isEnabled() {
        return state.equals(ENABLED);
    }

    void enable(Instant at) {
        state = ENABLED;
        disabledWhy = null;
        disabledAt = null;
        succeeded(at);
    }

    void disable(String why, Instant at) {
        state = DISABLED;
        disabledWhy = why;
        disabledAt = at;
    }

    void succeeded(Instant at) {
        failures = 0;
        refusals = 0;
        failingSince = null;
        nextAttemptAt = at;
    }
}
