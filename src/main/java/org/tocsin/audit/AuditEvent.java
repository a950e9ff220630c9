package org.tocsin.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * One thing that happened, as it will be committed to.
 *
 * @param organisation whose matter it is; null when it is nobody's in particular
 * @param report       the report concerned; null when there is none
 * @param type         what happened, as noun and participle: report.received, delivery.acknowledged
 * @param actor        who did it
 * @param detail       what is worth knowing of it; goes into the salted commitment
 */
public record AuditEvent(String organisation, UUID report, String type, Actor actor, Audience audience,
        Instant at, JsonNode detail) {

    AuditEvent by(Actor other, Audience readers) {
        return new AuditEvent(organisation, report, type, other, readers, at, detail);
    }
}
