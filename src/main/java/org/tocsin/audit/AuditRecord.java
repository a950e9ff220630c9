package org.tocsin.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the audit log as it is shown. */
@Schema(description = "An entry of the audit log")
public record AuditRecord(
        UUID id,
        @Schema(description = "Place in the log, counted from 0; absent for the moment until it has one. "
                + "This, and not the time, is the order of things.") @Nullable Long index,
        @Schema(description = "What happened: report.received, report.claimed, delivery.acknowledged …") String type,
        @Schema(description = "Who did it: a user name, a client's id, or tocsin itself") String actor,
        @Schema(description = "Whose account that was, which never passes to another: a person's <issuer>#<subject>, client:<client id>; "
                + "absent for a role, a destination, tocsin itself, and in entries from before version 71 of the schema") @Nullable String actorId,
        Instant at,
        @Schema(description = "What is worth knowing of it; absent when it has been erased", implementation = Object.class) @Nullable JsonNode detail,
        @Schema(description = "When the content was erased. Commitment and place stay") @Nullable Instant erasedAt,
        @Schema(description = "Why it was erased") @Nullable String erasedBecause) {

    static AuditRecord of(UUID id, Long index, JsonNode content) {
        return new AuditRecord(id, index,
                content.path("type").asText(),
                content.path("actor").asText(),
                content.path("actorId").asText(null),
                Instant.parse(content.path("at").asText()),
                content.path("detail"), null, null);
    }

    /** For those who may not learn how much else happens here. */
    public AuditRecord withoutPlace() {
        return new AuditRecord(id, null, type, actor, actorId, at, detail, erasedAt, erasedBecause);
    }
}
