package org.tocsin.question;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.conditional.Tagged;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.report.Report;
import org.tocsin.report.State;

/** A question as it is shown: what both sides see, and what only liaisons and auditors do. */
@Schema(name = "Question")
public record QuestionView(
        @Schema(description = "UUIDv7") UUID id,
        QuestionState state,
        @Schema(description = "The report that it is about, as it stands now") ReportPart report,
        @Schema(description = "The question") String text,
        @Schema(description = "The field that it is about, an RFC 6901 JSON Pointer into the submission; absent for a free question",
                examples = "/impact/description") @Nullable String field,
        @Schema(description = "The revision that was looked at when it was asked") int revision,
        @Schema(description = "Who asked: a role, never an account", examples = Role.LIAISON_TO_OPERATORS) String askedBy,
        @Schema(description = "By our own clock, UTC") Instant askedAt,
        @Schema(description = "Whether an answer is owed") boolean owed,
        @Schema(description = "When the answer is wanted") @Nullable Instant answerBy,
        @Schema(description = "When it is answered") @Nullable AnswerPart answer,
        @Schema(description = "When it was taken back") @Nullable DropPart dropped,
        @Schema(description = "For liaisons and auditors only") @Nullable LiaisonPart liaison) implements Tagged {

    @Schema(name = "QuestionReport")
    public record ReportPart(
            @Schema(description = "UUIDv7") UUID id,
            @Schema(description = "The report's name for people") String reference,
            @Schema(description = "Name it in the next act on the report") int version,
            State state) {
    }

    @Schema(name = "QuestionAnswer")
    public record AnswerPart(
            @Schema(description = "By our own clock, UTC") Instant answeredAt,
            @Schema(description = "The person or machine of the operator's") String answeredBy,
            @Schema(description = "The answer to a free question") @Nullable String text,
            @Schema(implementation = Object.class, description = "The value of the field") @Nullable JsonNode value,
            @Schema(description = "Why there is no value") @Nullable String noValue,
            @Schema(description = "The revision that says it; absent when the answer is in words alone") @Nullable Integer revision) {

        static AnswerPart of(Question question) {
            Answer answer = Answer.kept(question.answer);
            return new AnswerPart(question.answeredAt, question.answeredBy, answer.text(), answer.value(), answer.noValue(),
                    question.answerRevision);
        }
    }

    @Schema(name = "QuestionDropped")
    public record DropPart(
            @Schema(description = "By our own clock, UTC") Instant droppedAt,
            @Schema(description = "Why it is no longer asked") String reason) {

        static DropPart of(Question question) {
            return new DropPart(question.droppedAt, question.dropReason);
        }
    }

    @Schema(name = "QuestionLiaisonPart")
    public record LiaisonPart(
            @Schema(description = "The account that asked") String askedBy,
            @Schema(description = "The liaison's note") @Nullable String note,
            @Schema(description = "The account that took it back") @Nullable String droppedBy) {
    }

    /** @param inside null for the operator */
    static QuestionView of(Question question, Report report, QuestionInside inside, Caller reader) {
        return new QuestionView(question.id, question.state,
                new ReportPart(report.id, report.reference, report.versionTo(reader), report.state),
                question.text, question.field, question.revisionNumber, Role.LIAISON_TO_OPERATORS, question.askedAt,
                question.owed, question.answerBy,
                question.state == QuestionState.ANSWERED ? AnswerPart.of(question) : null,
                question.state == QuestionState.DROPPED ? DropPart.of(question) : null,
                inside == null ? null : new LiaisonPart(inside.askedBy, inside.note, inside.droppedBy));
    }
}
