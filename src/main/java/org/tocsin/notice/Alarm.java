package org.tocsin.notice;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.tocsin.json.Json;
import org.tocsin.json.WireWord;
import org.tocsin.report.submission.Severity;
import org.tocsin.report.submission.Stage;

/** Why someone on duty is rung. */
enum Alarm {
    EARLY_WARNING,
    CRITICAL;

    /**
     * What a change of a report calls for: an early warning that comes in, and whatever its operator calls critical.
     *
     * @param type     of the change
     * @param stage    of the report
     * @param severity the operator's; null when it gave none
     */
    static Optional<Alarm> of(String type, String stage, String severity) {
        boolean received = type.equals("report.received");
        if ((received || type.equals("report.revised")) && Json.word(Severity.CRITICAL).equals(severity)) {
            return Optional.of(CRITICAL);
        }
        return received && Json.word(Stage.EARLY_WARNING).equals(stage) ? Optional.of(EARLY_WARNING) : Optional.empty();
    }

    @JsonValue
    String code() {
        return WireWord.of(this);
    }

    static String words(String code) {
        return code.equals(CRITICAL.code()) ? "Critical report" : "Early warning";
    }
}
