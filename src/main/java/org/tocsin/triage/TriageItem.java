package org.tocsin.triage;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.report.State;

/** A line of the liaison's queue. */
@Schema(name = "TriageItem")
public record TriageItem(
        UUID id,
        @Schema(examples = "TOC-7K3M-Q9XW-Y", description = "The report's name for people") String reference,
        @Schema(description = "Name it when you claim or release") int version,
        @Schema(description = "Of the latest revision") String title,
        @Schema(description = "The operator's name; for a report that a peer handed over, the operator's name there") String operator,
        @Schema(description = "Whose report it is here") String organisation,
        @Schema(description = "The operator's") @Nullable String severity,
        @Schema(description = "The liaison's own") @Nullable String liaisonSeverity,
        @Schema(description = "How far it may be passed on (TLP 2.0)") @Nullable String tlp,
        @Schema(description = "Of the latest revision") String stage,
        State state,
        @Schema(description = "0 to 100; the queue's order, then age") int pressing,
        @Schema(description = "The liaison who holds it; absent when nobody does") @Nullable String holder,
        @JsonIgnore @Nullable String holderId,
        @Nullable Instant holderSince,
        @Nullable Instant awareAt,
        Instant receivedAt,
        @Schema(description = "Of the latest revision, counted from 1") int revision,
        @Schema(description = "How it stands with the deliveries of the newest revision that was released") @Nullable Sending delivery,
        @Schema(description = "That it was filed by telephone, on behalf of a caller") boolean onBehalf,
        @Schema(description = "How many other reports are handled with it, as one incident") int together,
        @Schema(description = "Why it presses, by its latest revision, and whether an answer is the last that came of it") List<QueueMark> marks) {
}
