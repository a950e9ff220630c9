package org.tocsin.retention;

import java.util.List;
import org.tocsin.json.WireWord;
import org.tocsin.report.State;

/** What is kept for the same time. Reports and attachments count from the day on which the report came to its end. */
public enum RetentionClass {
    /** Reports that went their way. */
    CLOSED_REPORTS(State.CLOSED),
    /** Reports that came to nothing: withdrawn, rejected, merged into another. */
    WITHDRAWN_REPORTS(State.WITHDRAWN, State.REJECTED, State.MERGED),
    /** Files of reports that have ended, however they ended. */
    ATTACHMENTS(State.CLOSED, State.WITHDRAWN, State.REJECTED, State.MERGED),
    /** From their first use. */
    IDEMPOTENCY_KEYS;

    private final List<State> ended;

    RetentionClass(State... ended) {
        this.ended = List.of(ended);
    }

    /** The states of the reports that this class is about; none when it is not about reports. */
    List<String> states() {
        return ended.stream().map(State::code).toList();
    }

    String code() {
        return WireWord.of(this);
    }
}
