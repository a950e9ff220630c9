package org.tocsin.report;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.asset.Snapshot;

/** What a liaison sees beside a report. */
@Schema(name = "LiaisonEnrichment")
record LiaisonView(
        @Schema(description = "From all organisations' inventories") @Nullable Snapshot assets,
        @Schema(description = "Of the last 90 days, on the same assets, their time sources or those who administer them")
        @Nullable List<RelatedReport> relatedReports) {
}
