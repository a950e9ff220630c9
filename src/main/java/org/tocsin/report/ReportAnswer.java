package org.tocsin.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.json.Json;

/** What a submission is answered with; stored, so that a repeat gets the same bytes. */
@Schema(description = "What a submission is answered with. A repeat gets the same bytes.")
public record ReportAnswer(
        @Schema(description = "UUIDv7") UUID id,
        @Schema(description = "The report's name for people, with a check digit", examples = "TOC-7K3M-Q9XW-Y") String reference,
        @Schema(description = "Counts the changes of the report that you can see") int version,
        State state,
        @Schema(description = "By our own clock, UTC") Instant receivedAt,
        @Schema(description = "A JWS (RFC 7515, Ed25519) over {iss, report, revision, bodySha256, receivedAt}; "
                + "the keys are at /.well-known/tocsin-keys.json") String receipt,
        @Schema(description = "What is odd about the times in the report. It was accepted all the same.") @Nullable List<String> timeFlags) {

    static ReportAnswer to(Filed filed) {
        Report report = filed.report();
        Revision revision = filed.revision();
        return new ReportAnswer(report.id, report.reference, report.operatorVersion, report.state,
                revision.receivedAt, revision.receipt, Json.words(revision.timeFlags));
    }
}
