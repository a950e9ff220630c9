package org.tocsin.incident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.report.State;

/** One of the reports that are handled as one incident. */
@Schema(name = "IncidentReport")
public record IncidentView(
        UUID id,
        @Schema(examples = "TOC-7K3M-Q9XW-Y", description = "The report's name for people") String reference,
        @Schema(description = "Name it in the next act") int version,
        @Schema(description = "Of the latest revision") String title,
        @Schema(description = "Whose it is") String organisation,
        State state,
        @Schema(description = "The liaison who holds it; absent when nobody does") @Nullable String holder,
        @JsonIgnore @Nullable String holderId,
        @Schema(description = "The operator's") @Nullable String severity,
        @Schema(description = "The liaison's own") @Nullable String liaisonSeverity,
        @Schema(description = "Reference of the report that it is handled with; absent for the leading one") @Nullable String with,
        @Schema(description = "Why; for liaisons and auditors") @Nullable String reason,
        @Schema(description = "The liaison who did it; absent for the leading one") @Nullable String mergedBy,
        @Nullable Instant mergedAt,
        @Schema(description = "Whether the queue shows it with its lead only. False once its operator has said something new, or the lead is done with") boolean folded) {
}
