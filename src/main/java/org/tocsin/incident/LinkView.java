package org.tocsin.incident;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.report.State;

/** A link of one report to another, seen from the one. */
@Schema(name = "ReportLink")
public record LinkView(
        UUID id,
        LinkKind kind,
        @Schema(description = "Why; for liaisons and auditors") String reason,
        @Schema(description = "The liaison who did it") String linkedBy,
        Instant linkedAt,
        @Schema(description = "The other report") Linked report) {

    @Schema(name = "LinkedReport")
    public record Linked(
            UUID id,
            @Schema(examples = "TOC-7K3M-Q9XW-Y", description = "The report's name for people") String reference,
            @Schema(description = "Of the latest revision") String title,
            @Schema(description = "Whose it is") String organisation,
            State state) {
    }
}
