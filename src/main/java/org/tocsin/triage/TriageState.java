package org.tocsin.triage;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.conditional.ETag;
import org.tocsin.conditional.Tagged;
import org.tocsin.report.Report;
import org.tocsin.report.ReportTag;
import org.tocsin.report.State;

/** How a report stands after an act. */
@Schema(name = "TriageState")
public record TriageState(
        UUID id,
        @Schema(examples = "TOC-7K3M-Q9XW-Y", description = "The report's name for people") String reference,
        @Schema(description = "Name it in the next act") int version,
        State state,
        @Schema(description = "The liaison who holds it; absent when nobody does") @Nullable String holder,
        @Nullable Instant holderSince,
        @Schema(description = "The liaison's own") @Nullable String severity,
        @Schema(enumeration = {"low", "moderate", "high"}, description = "How sure the liaison is of it") @Nullable String confidence,
        @Schema(examples = "B2", description = "What the liaison thinks of the report as information") @Nullable String grade) implements Tagged {

    /** The report's, as it is shown to liaisons. */
    @Override
    public ETag entityTag() {
        return ReportTag.ofLiaisons(version);
    }


    static TriageState of(Report report) {
        return new TriageState(report.id, report.reference, report.version, report.state,
                report.holder, report.holderSince, report.liaisonSeverity, report.liaisonConfidence, report.liaisonGrade);
    }
}
