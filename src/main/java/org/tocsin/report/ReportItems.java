package org.tocsin.report;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of the list of reports. */
@Schema(name = "ReportItems")
public record ReportItems(
        @Schema(description = "Newest first") List<ReportItem> items,
        @Schema(description = "Where the next part is, with the same filters; absent on the last") String next) {
}
