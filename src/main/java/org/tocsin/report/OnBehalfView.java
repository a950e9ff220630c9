package org.tocsin.report;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.party.Role;

/** The mark of a report that was filed on behalf of a caller, as both sides see it. */
@Schema(name = "FiledOnBehalf", description = "That a liaison filed the report for a caller on the telephone")
public record OnBehalfView(
        @Schema(description = "Who called, by the name that was given") String caller,
        @Schema(description = "Who took the call: a role, never an account", examples = Role.LIAISON_TO_OPERATORS) String takenBy,
        @Schema(description = "When it was filed, by the clock of the instance that filed it") Instant takenAt,
        @Schema(description = "When the caller was called back; absent: not yet") @Nullable Instant calledBackAt,
        @Schema(description = "What the operator's own account has said of it") Confirmation confirmation,
        @Schema(description = "When it said that it is right") @Nullable Instant confirmedAt,
        @Schema(description = "When it said that it is not") @Nullable Instant contestedAt,
        @Schema(description = "Why it is not") @Nullable String reason) {

    /** @return null for null */
    public static OnBehalfView of(OnBehalf mark) {
        return mark == null ? null : new OnBehalfView(mark.caller, mark.takenBy, mark.takenAt, mark.calledBackAt, mark.confirmation,
                mark.confirmation == Confirmation.CONFIRMED ? mark.decidedAt : null,
                mark.confirmation == Confirmation.CONTESTED ? mark.decidedAt : null,
                mark.reason);
    }
}
