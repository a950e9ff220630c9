package org.tocsin.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.tocsin.json.Canonical;
import org.tocsin.json.Instants;
import org.tocsin.json.Json;
import org.tocsin.store.Ids;

/**
 * Writes entries of the audit log, always in the transaction of the act itself.
 *
 * <p>Crash story: entry, payload and act commit together or not at all. An entry has no place in
 * the log until the sequencer gives it one; if we crash in between, the next sequencer finds the
 * entry without a leaf and goes on from there.
 */
@ApplicationScoped
public class Audit {

    /** The type of the entry that says whose act the one before it was. */
    public static final String ATTRIBUTED = "act.attributed";

    private final EntityManager database;

    Audit(EntityManager database) {
        this.database = database;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public UUID write(AuditEvent event) {
        AuditRows rows = draw(event);
        write(rows);
        return rows.entry().id;
    }

    /** Writes an entry that was drawn before, for something else had to name it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void write(AuditRows rows) {
        database.persist(rows.entry());
        database.persist(rows.payload());
    }

    /**
     * Writes what an organisation may know of, in two entries when the account is no business of its own: the first names the
     * role alone, so that it can be shown and proven as it stands; the internal one after it says whose act that was.
     *
     * @param shown what the organisation reads as the actor; the account itself when that is one of its own
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void writeAs(Actor shown, AuditEvent event) {
        UUID entry = write(event.by(shown, Audience.OPERATOR));
        if (!shown.equals(event.actor())) {
            write(new AuditEvent(event.organisation(), event.report(), ATTRIBUTED, event.actor(), Audience.INTERNAL, event.at(),
                    Json.MAPPER.createObjectNode().put("entry", entry.toString()).put("type", event.type())));
        }
    }

    /** The rows of one entry; for whoever writes them with rows of its own, in the transaction of the act. */
    public static AuditRows draw(AuditEvent event) {
        Commitment commitment = Commitment.to(Canonical.bytes(content(event)));
        UUID id = Ids.next();
        return new AuditRows(entry(id, event, commitment), payload(id, event, commitment));
    }

    /** For a digest in an entry that some of its readers must not be able to guess from. */
    public static byte[] salt() {
        return Commitment.freshSalt();
    }

    private static ObjectNode content(AuditEvent event) {
        ObjectNode content = Json.MAPPER.createObjectNode();
        content.put("type", event.type());
        content.put("actor", event.actor().name());
        if (event.actor().id() != null) {
            content.put("actorId", event.actor().id());
        }
        content.put("at", Instants.write(event.at()));
        if (event.organisation() != null) {
            content.put("organisation", event.organisation());
        }
        if (event.report() != null) {
            content.put("report", event.report().toString());
        }
        content.set("detail", event.detail());
        return content;
    }

    private static AuditEntry entry(UUID id, AuditEvent event, Commitment commitment) {
        AuditEntry entry = new AuditEntry();
        entry.id = id;
        entry.organisation = event.organisation();
        entry.report = event.report();
        entry.type = event.type();
        entry.actor = event.actor().name();
        entry.actorId = event.actor().id();
        entry.audience = event.audience().code();
        entry.at = event.at();
        entry.commitment = commitment.digest();
        return entry;
    }

    private static AuditPayload payload(UUID id, AuditEvent event, Commitment commitment) {
        AuditPayload payload = new AuditPayload();
        payload.entry = id;
        payload.organisation = event.organisation();
        payload.audience = event.audience().code();
        payload.salt = commitment.salt();
        payload.content = commitment.content();
        return payload;
    }
}
