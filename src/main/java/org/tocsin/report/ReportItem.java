package org.tocsin.report;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report as a line of a list. */
@Schema(name = "ReportItem")
public record ReportItem(
        @Schema(description = "UUIDv7") UUID id,
        @Schema(examples = "TOC-7K3M-Q9XW-Y", description = "The report's name for people, with a check digit") String reference,
        @Schema(description = "Counts the changes that you can see: a liaison's and an operator's differ. Acts on the report name it") int version,
        State state,
        @Schema(description = "Of the latest revision: early-warning, notification, intermediate, final, voluntary") String stage,
        @Schema(description = "Of the latest revision") String title,
        @Schema(description = "The operator's") @Nullable String severity,
        @Schema(description = "TLP 2.0, such as TLP:AMBER; absent when the sender did not mark it") @Nullable String tlp,
        ReportView.OrganisationView organisation,
        @Schema(description = "The CERT's case number, once it has given one") @Nullable String caseReference,
        @Schema(description = "The latest revision's number") int revision,
        @Schema(description = "When the operator became aware, as it says") @Nullable Instant awareAt,
        @Schema(description = "When the first revision came, by our own clock") Instant receivedAt,
        @Schema(description = "When it changed last, as far as you can see, by our own clock") Instant changedAt,
        @Schema(description = "For liaisons and auditors only") @Nullable LiaisonPart liaison) {

    @Schema(name = "ReportItemLiaisonPart")
    public record LiaisonPart(
            @Schema(description = "The liaison's own, beside the operator's") @Nullable String severity,
            @Schema(description = "0 to 100; the queue's order") int pressing,
            @Schema(description = "Who holds it") @Nullable String holder,
            @Schema(description = "Since when") @Nullable Instant holderSince,
            @Schema(description = "Whose it was at the system that handed it over") @Nullable String operator) {
    }

    /** Who reported it, by name. */
    public String operator() {
        return liaison != null && liaison.operator() != null ? liaison.operator() : organisation.name();
    }
}
