package org.tocsin.behalf;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.json.Json;
import org.tocsin.report.OnBehalf;
import org.tocsin.report.OnBehalfView;
import org.tocsin.report.Report;
import org.tocsin.report.State;

/** A report that was filed on behalf: the mark, and what only liaisons and auditors see of the call. */
@Schema(name = "Behalf")
public record BehalfView(
        @Schema(description = "The report's id") UUID id,
        @Schema(description = "The report's name for people") String reference,
        @Schema(description = "One line that says what is wrong") String title,
        State state,
        OnBehalfView filedOnBehalf,
        @Schema(description = "For liaisons and auditors only; absent where the call was taken at another instance") @Nullable CallPart call) {

    @Schema(name = "BehalfCall")
    public record CallPart(
            @Schema(description = "The account that took it") String takenBy,
            Call.Person caller,
            @Schema(description = "When the call began, as written down") Instant calledAt,
            @Schema(description = "What was said when, as written down") List<Call.Statement> statements,
            @Schema(description = "Each time that the caller was called back") List<BackPart> callBacks,
            @Schema(description = "What is odd about the times of the call, as first written down") List<String> flags) {
    }

    @Schema(name = "BehalfCallBack")
    public record BackPart(
            @Schema(description = "The number that was called, E.164") String number,
            @Schema(description = "When, as written down") Instant at,
            @Schema(description = "Where the number is known from, who answered, what was agreed") String how,
            @Schema(description = "The account that wrote it down") String recordedBy,
            @Schema(description = "When it was written down, by our own clock") Instant recordedAt) {

        static BackPart of(BehalfCallBack back) {
            return new BackPart(back.number, back.at, back.how, back.recordedBy, back.recordedAt);
        }
    }

    /** @param call null for the operator */
    static BehalfView of(Report report, OnBehalf mark, CallPart call) {
        return new BehalfView(report.id, report.reference, report.title, report.state, OnBehalfView.of(mark), call);
    }

    static CallPart call(BehalfCall call, List<BehalfCallBack> backs) {
        Call.Kept kept = Json.read(call.call, Call.Kept.class);
        return new CallPart(call.takenBy, kept.caller(), kept.calledAt(), kept.statements(),
                backs.stream().map(BackPart::of).toList(), Json.words(call.flags));
    }
}
