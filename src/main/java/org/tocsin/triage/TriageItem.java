package org.tocsin.triage;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.report.State;

/** A line of the liaison's queue. */
@Schema(name = "TriageItem")
public record TriageItem(
        UUID id,
        @Schema(examples = "TOC-7K3M-Q9XW-Y") String reference,
        @Schema(description = "Name it when you claim or release") int version,
        String title,
        @Schema(description = "The operator's name; for a report that a peer handed over, the operator's name there") String operator,
        String organisation,
        @Schema(description = "The operator's") String severity,
        @Schema(description = "The liaison's own") String liaisonSeverity,
        String tlp,
        String stage,
        State state,
        @Schema(description = "0 to 100; the queue's order, then age") int pressing,
        String holder,
        Instant holderSince,
        Instant awareAt,
        Instant receivedAt) {
}
