package org.tocsin.report;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An earlier report that has something in common with this one. */
@Schema(name = "RelatedReport")
public record RelatedReport(
        @Schema(description = "UUIDv7") String id,
        @Schema(description = "The report's name for people", examples = "TOC-7K3M-Q9XW-Y") String reference,
        @Schema(description = "Whose it is") String organisation,
        @Schema(description = "Of its latest revision then; absent when it was erased") @Nullable String title,
        Instant receivedAt,
        @Schema(description = "What they have in common, as organisation/ref") @Nullable List<String> shared) {
}
