package org.tocsin.report.page;

import java.util.List;
import org.tocsin.report.RevisionView;

/** What is odd about a revision's times, in words. The report stands all the same: the sender's clock may be the victim. */
public final class TimeWarnings {

    private TimeWarnings() {
    }

    public static List<String> of(RevisionView revision) {
        return revision.timeFlags().stream().map(flag -> words(flag, revision.senderSkewSeconds())).toList();
    }

    private static String words(String flag, String skew) {
        return switch (flag) {
            case "aware-at-in-future" -> "The sender became aware of it at a time that lies in the future.";
            case "aware-at-very-old" -> "The sender became aware of it more than a year before it reported: the year may be mistyped.";
            case "classified-before-aware" -> "It was classified before the sender became aware of it.";
            case "classified-at-in-future" -> "It was classified at a time that lies in the future.";
            case "occurred-after-aware" -> "It happened after the sender became aware of it.";
            case "occurred-in-future" -> "It happened at a time that lies in the future.";
            case "from-after-to" -> "A period ends before it begins.";
            case "observed-in-future" -> "Something was observed at a time that lies in the future.";
            case "sender-clock-off" -> "The sender’s clock " + (skew == null ? "differs from ours."
                    : skew.startsWith("-") ? "was about " + skew.substring(1) + " s behind ours when it sent the report."
                    : "was about " + skew + " s ahead of ours when it sent the report.");
            default -> flag;
        };
    }
}
