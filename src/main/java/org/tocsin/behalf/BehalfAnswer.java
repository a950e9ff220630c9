package org.tocsin.behalf;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.json.Json;
import org.tocsin.report.Filed;
import org.tocsin.report.Report;
import org.tocsin.report.Revision;
import org.tocsin.report.State;

/** What filing on behalf is answered with; stored, so that a repeat gets the same bytes. */
@Schema(description = "What filing on behalf is answered with. A repeat gets the same bytes.")
public record BehalfAnswer(
        @Schema(description = "The report's id, UUIDv7") UUID id,
        @Schema(description = "To be read to the caller: the report's name for people, with a check digit", examples = "TOC-7K3M-Q9XW-Y")
        String reference,
        @Schema(description = "Counts every change of the report") int version,
        State state,
        @Schema(description = "By our own clock, UTC") Instant receivedAt,
        @Schema(description = "Our signed receipt for the report, as the operator would have got it") String receipt,
        @Schema(description = "What is odd about the times in the report") @Nullable List<String> timeFlags,
        @Schema(description = "What is odd about the times of the call") @Nullable List<String> callFlags) {

    static BehalfAnswer to(Filed filed, List<String> callFlags) {
        Report report = filed.report();
        Revision revision = filed.revision();
        return new BehalfAnswer(report.id, report.reference, report.version, report.state, revision.receivedAt, revision.receipt,
                Json.words(revision.timeFlags), callFlags);
    }
}
