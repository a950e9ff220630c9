package org.tocsin.audit;

import org.tocsin.time.ClockAlarm;

/** An alarm of the clock has its entry in the log. Observed in that entry's transaction. */
public record ClockAlarmWritten(ClockAlarm alarm) {
}
