package org.tocsin.withdrawal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.conditional.Tagged;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.report.Report;
import org.tocsin.report.State;

/** A withdrawal as it is shown. */
@Schema(name = "Withdrawal")
public record WithdrawalView(
        @Schema(description = "Counted from 1 within the report; a decision names it") int number,
        @Schema(enumeration = {"asked", "confirmed", "refused", "cancelled"}) String state,
        @Schema(description = "Why it was asked for") String reason,
        @Schema(description = "The person who asked; for a report that was handed over, the system that did") String askedBy,
        @JsonIgnore @Nullable String askedById,
        @Schema(description = "By our own clock") Instant askedAt,
        @Schema(description = "Who confirmed, refused or cancelled it") @Nullable String decidedBy,
        @Schema(description = "By our own clock") @Nullable Instant decidedAt,
        @Schema(description = "Why it was refused or cancelled") @Nullable String decision,
        @Schema(description = "When a liaison confirmed it by calling back") @Nullable CallBackView callBack,
        @Schema(description = "The report's id") UUID report,
        @Schema(description = "Where the report stands now") State reportState,
        @Schema(description = "The report's version now") int reportVersion) implements Tagged {

    @Schema(name = "WithdrawalCall")
    public record CallBackView(
            @Schema(description = "The number that was called") @Nullable String called,
            @Schema(description = "Who answered, by name") @Nullable String answeredBy,
            @Schema(description = "When") Instant calledAt) {
    }

    /** For this reader: an operator reads of a liaison that it was one. */
    static WithdrawalView of(Withdrawal withdrawal, Report report, Caller reader) {
        boolean byLiaison = withdrawal.calledAt != null || withdrawal.state.equals(Withdrawal.REFUSED);
        return new WithdrawalView(withdrawal.number, withdrawal.state, withdrawal.reason, withdrawal.askedBy, withdrawal.askedById, withdrawal.askedAt,
                byLiaison && !reader.seesAll() ? Role.LIAISON_TO_OPERATORS : withdrawal.decidedBy, withdrawal.decidedAt, withdrawal.decision,
                withdrawal.calledAt == null ? null
                        : new CallBackView(withdrawal.calledNumber, withdrawal.answeredBy, withdrawal.calledAt),
                report.id, report.state, report.versionTo(reader));
    }
}
