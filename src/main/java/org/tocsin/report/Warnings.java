package org.tocsin.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.json.Json;
import org.tocsin.problem.Fault;
import org.tocsin.report.submission.Submission;
import org.tocsin.report.submission.TimeFlags;

/** What a sender would want to know of its report before it sends it, as far as the report itself tells. */
final class Warnings {

    private Warnings() {
    }

    /** @param sentAt the request's {@code Date} header, or null */
    static List<Fault> of(Submission submission, Instant receivedAt, Instant sentAt) {
        List<Fault> warnings = new ArrayList<>();
        TimeFlags.of(submission, receivedAt, sentAt).flags().forEach(flag -> warnings.add(time(flag)));
        missing(submission.assets().isEmpty(), "/assets", "no-assets",
                "No asset is named: without one nothing can be said of what depends on it, and related reports are not found.", warnings);
        missing(submission.contact() == null, "/contact", "no-contact",
                "Nobody is named who can be asked.", warnings);
        missing(submission.severity() == null, "/severity", "no-severity",
                "No severity is given: the report waits in the middle of the queue until a liaison gives it one.", warnings);
        missing(submission.tlp() == null, "/tlp", "no-tlp",
                "No TLP marking is given: the reader cannot know how far it may be passed on.", warnings);
        return warnings;
    }

    private static void missing(boolean is, String pointer, String code, String message, List<Fault> warnings) {
        if (is) {
            warnings.add(new Fault(pointer, code, message));
        }
    }

    private static Fault time(TimeFlags.Flag flag) {
        String code = Json.word(flag);
        return switch (flag) {
            case AWARE_AT_IN_FUTURE -> new Fault("/awareAt", code, "This time lies in the future.");
            case AWARE_AT_VERY_OLD -> new Fault("/awareAt", code, "This is more than a year ago: the year may be mistyped.");
            case CLASSIFIED_BEFORE_AWARE -> new Fault("/classifiedAt", code, "This is before awareAt.");
            case CLASSIFIED_AT_IN_FUTURE -> new Fault("/classifiedAt", code, "This time lies in the future.");
            case OCCURRED_AFTER_AWARE -> new Fault("/occurred", code, "It begins after awareAt.");
            case OCCURRED_IN_FUTURE -> new Fault("/occurred", code, "It begins in the future.");
            case FROM_AFTER_TO -> new Fault("", code, "A period ends before it begins.");
            case OBSERVED_IN_FUTURE -> new Fault("/observations", code, "Something was observed in the future.");
            case SENDER_CLOCK_OFF -> new Fault("", code, "The Date header differs from our clock: one of the two is wrong.");
        };
    }
}
