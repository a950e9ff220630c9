package org.tocsin.administration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.tocsin.audit.AuditRecord;

/** A change as the page shows it: from the audit log, so that what is shown is what was written. */
public record Happened(Instant at, String actor, String what, String because) {

    static Happened of(AuditRecord entry) {
        int point = entry.type().indexOf('.');
        String spoken = (entry.type().substring(0, point) + " " + entry.type().substring(point + 1)).replace('-', ' ');
        String because = entry.detail() == null ? null : entry.detail().path("reason").asText(entry.detail().path("calledBack").asText(
                entry.type().startsWith("person.") ? person(entry.detail()) : null));
        return new Happened(entry.at(), entry.actor(), Character.toUpperCase(spoken.charAt(0)) + spoken.substring(1), because);
    }

    private static String person(JsonNode detail) {
        return detail.path("account").asText() + (detail.has("to") ? ", now " + detail.path("to").asText() + ", was " + detail.path("from").asText()
                : detail.has("roles") ? ", " + detail.path("roles").asText() : "");
    }
}
