package org.tocsin.triage;

import java.util.Locale;
import org.tocsin.party.Caller;
import org.tocsin.report.Report;
import org.tocsin.report.State;
import org.tocsin.web.Moments;
import org.tocsin.web.WireWords;

/** What became of a row that was to be claimed or merged with others: how the report stands now says it. */
public record ClaimResult(String reference, boolean done, String sentence) {

    static ClaimResult of(Report report, Caller liaison) {
        boolean mine = report.isHeldBy(liaison.actor());
        return new ClaimResult(report.reference, mine, mine ? "is yours." : sentence(report));
    }

    /** @param into the reference of the one that it is handled with; null when it is handled by itself */
    static ClaimResult merged(Report report, String into) {
        return new ClaimResult(report.reference, into != null, into != null ? "is handled with " + into + "." : sentence(report).replace("claimed", "merged"));
    }

    private static String sentence(Report report) {
        if (report.holder != null) {
            return "was not claimed: " + report.holder + " has held it since " + Moments.second(report.holderSince) + ".";
        }
        return State.OPEN.contains(report.state)
                ? "was not claimed: it has changed since you saw it. Look at it again before you decide."
                : "was not claimed: it is " + WireWords.spoken(report.state.code()).toLowerCase(Locale.ROOT) + ".";
    }
}
