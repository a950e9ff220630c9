package org.tocsin.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.party.CompromiseView;
import org.tocsin.party.OtherWay;

/** A report as it is shown: what both sides see, and what only liaisons and auditors do. */
@Schema(name = "Report")
public record ReportView(
        UUID id,
        @Schema(examples = "TOC-7K3M-Q9XW-Y", description = "The report's name for people, with a check digit") String reference,
        @Schema(description = "Counts the changes that you can see: a liaison's and an operator's differ. Acts on the report name it") int version,
        State state,
        OrganisationView organisation,
        @Schema(description = "The CERT's case number, once it has given one") @Nullable String caseReference,
        Instant receivedAt,
        @Schema(description = "When it changed last, as far as you can see") Instant changedAt,
        @Schema(description = "The latest revision") RevisionView latest,
        @Schema(description = "What the operator's own inventory said of the assets when the revision came",
                ref = "AssetSnapshot") @Nullable JsonNode enrichment,
        @Schema(description = "When a liaison filed it for a caller on the telephone") @Nullable OnBehalfView filedOnBehalf,
        @Schema(description = "For liaisons and auditors only") @Nullable LiaisonPart liaison) {

    /** @param name null where the reader may not know it */
    @Schema(name = "ReportOrganisation")
    public record OrganisationView(
            @Schema(description = "As the account's token names it") String id,
            @Schema(description = "Absent where the reader may not know it") @Nullable String name) {
    }

    /**
     * @param severity   the liaison's own, as are confidence and grade
     * @param enrichment from all organisations' inventories, with related reports
     * @param origin     the system that handed the report over
     */
    @Schema(name = "ReportLiaisonPart")
    public record LiaisonPart(
            @Schema(description = "The liaison's own, beside the operator's") @Nullable String severity,
            @Schema(enumeration = {"low", "moderate", "high"}, description = "How sure the liaison is of its assessment") @Nullable String confidence,
            @Schema(examples = "B2", description = "What the liaison thinks of the report as information (Admiralty system): "
                    + "A to F for its source, 1 to 6 for what it says") @Nullable String grade,
            @Schema(description = "Who holds it") @Nullable String holder,
            @JsonIgnore @Nullable String holderId,
            @Nullable Instant holderSince,
            @Schema(description = "From all organisations' inventories, with related reports of the last 90 days",
                    ref = "LiaisonEnrichment") @Nullable JsonNode enrichment,
            @Schema(description = "The system that handed the report over, and whose it was there") @Nullable OriginView origin,
            @Schema(description = "While the operator's mail, phones or sign-in are said to be in someone else's hands")
            @Nullable CompromisePart compromise) {

        /** The grade in words. */
        public String graded() {
            return Grade.words(grade);
        }
    }

    /** @param outOfBand how it is reached then, as it was recorded before */
    @Schema(name = "ReportCompromise")
    public record CompromisePart(@Schema(description = "What is said to be compromised, oldest first") List<CompromiseView.Standing> standing, @Schema(description = "How the operator is reached all the same") List<OtherWay> outOfBand) {
    }

    @Schema(name = "ReportOrigin")
    public record OriginView(
            @Schema(description = "The client that handed it over") String peer,
            @Schema(description = "The report's id there") UUID report,
            @Schema(description = "The operator's name there") String operator) {
    }
}
