package org.tocsin.news;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change as it is shown. */
@Schema(name = "Change")
public record ChangeView(
        @Schema(description = "Never changes, and is the webhook-id of the same change") UUID id,
        @Schema(description = "What happened: report.received, report.acknowledged, question.asked …; there will be further ones",
                examples = "report.acknowledged") String type,
        @Schema(description = "The same in words, for people", examples = "National CERT gave it the case number CERT-2026-117")
        String summary,
        @Schema(description = "When, by our clock; the order is that of the list") Instant at,
        @Schema(description = "Whose it is", examples = "org-a") String organisation,
        ChangedReport report,
        @Schema(description = "What is worth knowing of it, such as revision or caseReference; absent when it has been erased",
                implementation = Object.class) @Nullable JsonNode detail,
        @Schema(description = "The place behind this change, for after") String cursor) {

    @Schema(name = "ChangedReport")
    public record ChangedReport(
            UUID id,
            @Schema(description = "The report's name for people", examples = "TOC-7K3M-Q9XW-Y") @Nullable String reference,
            @Schema(description = "The report's version as you see it, at least as new as the change") int version,
            @Schema(description = "The report's state at that version", examples = "acknowledged") String state) {
    }
}
