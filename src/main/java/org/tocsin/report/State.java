package org.tocsin.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.json.WireWord;

/** Where a report stands. Who holds it, its severity and its duties are not states. What leads where: {@link Act}. */
@Schema(name = "ReportState")
public enum State {
    RECEIVED,
    IN_TRIAGE,
    AWAITING_OPERATOR,
    RELEASED,
    FORWARDED,
    ACKNOWLEDGED,
    CLOSED,
    REOPENED,
    MERGED,
    REJECTED,
    WITHDRAWAL_ASKED,
    WITHDRAWN;

    /** Those that a liaison still has to do something about. */
    public static final Set<State> OPEN =
            EnumSet.of(RECEIVED, IN_TRIAGE, AWAITING_OPERATOR, REOPENED, WITHDRAWAL_ASKED);

    /** The legal ways on from here. A new revision takes a released report back to the queue. */
    public Set<State> next() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(IN_TRIAGE, MERGED, REJECTED, WITHDRAWAL_ASKED);
            case IN_TRIAGE -> EnumSet.of(AWAITING_OPERATOR, RELEASED, CLOSED, MERGED, REJECTED, WITHDRAWAL_ASKED);
            // With a question open it is neither rejected nor merged: that one is taken back first.
            case AWAITING_OPERATOR -> EnumSet.of(IN_TRIAGE, WITHDRAWAL_ASKED);
            case RELEASED -> EnumSet.of(FORWARDED, RECEIVED, WITHDRAWAL_ASKED);
            case FORWARDED -> EnumSet.of(ACKNOWLEDGED, RECEIVED, CLOSED, WITHDRAWAL_ASKED);
            case ACKNOWLEDGED -> EnumSet.of(CLOSED, RECEIVED, WITHDRAWAL_ASKED);
            case CLOSED, REJECTED -> EnumSet.of(REOPENED);
            case REOPENED -> EnumSet.of(IN_TRIAGE, WITHDRAWAL_ASKED);
            case WITHDRAWAL_ASKED -> EnumSet.of(WITHDRAWN, RECEIVED, IN_TRIAGE, RELEASED, FORWARDED, ACKNOWLEDGED);
            case MERGED -> EnumSet.of(IN_TRIAGE, RECEIVED);
            case WITHDRAWN -> EnumSet.noneOf(State.class);
        };
    }

    /** Where a new revision leads: what is done with comes up again, what is open stays where it is. */
    State revised() {
        return switch (this) {
            case CLOSED, REJECTED -> REOPENED;
            case RELEASED, FORWARDED, ACKNOWLEDGED, MERGED, WITHDRAWN -> RECEIVED;
            case RECEIVED, IN_TRIAGE, AWAITING_OPERATOR, REOPENED, WITHDRAWAL_ASKED -> this;
        };
    }

    /** The word on the wire and in the database. */
    @JsonValue
    public String code() {
        return WireWord.of(this);
    }

    public static State of(String code) {
        return WireWord.parse(State.class, code);
    }
}
