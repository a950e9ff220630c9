package org.tocsin.oversight;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the log as a search finds it. */
@Schema(name = "LogItem", description = "An entry of the audit log")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LogItem(
        @Schema(description = "Place in the log, counted from 0. This, and not the time, is the order of things") long index,
        UUID id,
        @Schema(description = "What happened: report.received, report.claimed, delivery.acknowledged …", examples = "report.received") String type,
        @Schema(description = "Who did it: a user name, a client's id, or tocsin itself") String actor,
        @Schema(description = "Whose account that was, which never passes to another: a person's <issuer>#<subject>, client:<client id>; "
                + "absent for a role, a destination and tocsin itself") @Nullable String actorId,
        @Schema(description = "Whose matter it is; absent when it is nobody's in particular", examples = "org-a") @Nullable String organisation,
        @Schema(description = "The reference of the report concerned; absent when there is none", examples = "TOC-7K3M-Q9XW-Y") @Nullable String report,
        Instant at,
        @Schema(description = "operator: the organisation concerned may read it; internal: liaisons and auditors only") String audience,
        @Schema(description = "What is worth knowing of it; absent when it has been erased", implementation = Object.class) @Nullable JsonNode detail,
        @Schema(description = "When the content was erased. Commitment and place stay") @Nullable Instant erasedAt,
        @Schema(description = "Why it was erased") @Nullable String erasedBecause) {
}
