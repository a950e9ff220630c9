package org.tocsin.report;

import org.tocsin.report.submission.Submission;
import org.tocsin.report.submission.YesNoUnknown;

/**
 * What presses most, from 0 to 100: harm now, then (in the queue's order) age. Legal clocks will
 * join here.
 */
public final class Pressing {

    private Pressing() {
    }

    public static short of(Report report, Submission submission) {
        String severity = report.liaisonSeverity != null ? report.liaisonSeverity : report.severity;
        return of(severity, submission.suspectedMalicious() == YesNoUnknown.YES,
                Boolean.TRUE.equals(submission.ongoing()));
    }

    /**
     * @param severity the liaison's own or, without one, the operator's; null when nobody gave one
     * @param attack   whether malice is suspected
     * @param ongoing  whether the harm goes on
     */
    static short of(String severity, boolean attack, boolean ongoing) {
        int harm = switch (severity == null ? "" : severity) {
            case "critical" -> 80;
            case "high" -> 60;
            case "medium" -> 40;
            case "low" -> 20;
            case "info" -> 0;
            // Not graded yet: on the worst day there is no time for it.
            default -> 50;
        };
        return (short) (harm + (attack ? 10 : 0) + (ongoing ? 10 : 0));
    }
}
