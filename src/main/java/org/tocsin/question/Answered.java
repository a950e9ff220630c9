package org.tocsin.question;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.report.Report;
import org.tocsin.report.Revision;
import org.tocsin.report.State;

/** What an answer is answered with; stored, so that a repeat gets the same bytes. */
@Schema(description = "What an answer is answered with. A repeat gets the same bytes.")
public record Answered(
        @Schema(description = "The question's id") UUID id,
        QuestionState state,
        @Schema(description = "By our own clock, UTC") Instant answeredAt,
        @Schema(description = "The report as it stood then: answered questions bring it back to the liaison") ReportPart report,
        @Schema(description = "The revision that says what was answered; absent when the answer is in words alone") @Nullable RevisionPart revision) {

    @Schema(name = "AnsweredReport")
    public record ReportPart(
            @Schema(description = "UUIDv7") UUID id,
            @Schema(description = "The report's name for people") String reference,
            @Schema(description = "Counts every change of the report") int version,
            State state) {
    }

    @Schema(name = "AnsweredRevision")
    public record RevisionPart(
            @Schema(description = "Counted from 1. The latest that there was, if it said the same already") int number,
            @Schema(description = "A JWS (RFC 7515, Ed25519) over {iss, report, revision, bodySha256, receivedAt}; "
                    + "the keys are at /.well-known/tocsin-keys.json") String receipt,
            @Schema(description = "What is odd about the times in it. It was accepted all the same.") @Nullable List<String> timeFlags) {
    }

    /** @param revision null when the answer is in words alone */
    static Answered to(Question question, Report report, Revision revision, Caller answerer) {
        return new Answered(question.id, question.state, question.answeredAt,
                new ReportPart(report.id, report.reference, report.versionTo(answerer), report.state),
                revision == null ? null
                        : new RevisionPart(revision.number, revision.receipt, Json.words(revision.timeFlags)));
    }
}
