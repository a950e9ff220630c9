package org.tocsin.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;

/** What a revision is answered with; stored, so that a repeat gets the same bytes. */
@Schema(name = "RevisionAnswer", description = "What a revision is answered with. A repeat gets the same bytes.")
public record RevisionAnswer(
        @Schema(description = "The report's") UUID id,
        @Schema(examples = "TOC-7K3M-Q9XW-Y", description = "The report's name for people, with a check digit") String reference,
        @Schema(description = "The revision's number, counted from 1") int revision,
        @Schema(description = "The report's version now") int version,
        @Schema(description = "The report's state now") State state,
        @Schema(description = "By our own clock, UTC") Instant receivedAt,
        @Schema(description = "A JWS (RFC 7515, Ed25519) over {iss, report, revision, bodySha256, receivedAt}; "
                + "the keys are at /.well-known/tocsin-keys.json") String receipt,
        @Schema(description = "What is odd about the times in it. It was accepted all the same.") @Nullable List<String> timeFlags) {

    static RevisionAnswer to(Filed filed, Caller sender) {
        Report report = filed.report();
        Revision revision = filed.revision();
        return new RevisionAnswer(report.id, report.reference, revision.number, report.versionTo(sender), report.state,
                revision.receivedAt, revision.receipt, Json.words(revision.timeFlags));
    }
}
