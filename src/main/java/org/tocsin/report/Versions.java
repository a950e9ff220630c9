package org.tocsin.report;

import org.tocsin.audit.Actor;
import org.tocsin.problem.Problem;
import org.tocsin.web.Moments;

/** Whether an act still meets the report that it was decided on. */
public final class Versions {

    private Versions() {
    }

    /** @throws Problem 409 with who changed it last, as far as that is a matter of holding it, and the newer version */
    public static void check(Report report, int version) {
        if (report.version != version) {
            throw with(report, Problem.conflict("stale-version", "Changed meanwhile",
                    "The report is at version " + report.version + ", you acted on " + version + ". " + holder(report)
                            + " Look at it again before you decide."));
        }
    }

    /** @throws Problem 409 with who and since when */
    public static void checkNotHeldByAnother(Report report, Actor liaison) {
        if (report.holder != null && !report.isHeldBy(liaison)) {
            throw with(report, Problem.conflict("held-by-another", "Held by another", holder(report)));
        }
    }

    /** @throws Problem 409 when it is another's or nobody's */
    public static void checkHeldBy(Report report, Actor liaison) {
        checkNotHeldByAnother(report, liaison);
        if (report.holder == null) {
            throw with(report, Problem.conflict("not-claimed", "Not claimed",
                    "Nobody holds the report. Claim it first, so that others see that you act on it."));
        }
    }

    /** @throws Problem 409 with what is possible instead, and by whom */
    public static void checkPossible(Report report, Act act) {
        if (!act.isPossible(report.state)) {
            throw with(report, report.refusal("The report is " + report.state.code() + ", where this is not possible: " + act.word() + "."));
        }
    }

    private static String holder(Report report) {
        return report.holder == null ? "Nobody holds it now."
                : report.holder + " has held it since " + Moments.second(report.holderSince) + ".";
    }

    private static Problem with(Report report, Problem problem) {
        problem.with("version", report.version).with("state", report.state.code());
        if (report.holder != null) {
            problem.with("holder", report.holder).with("holderSince", report.holderSince);
        }
        return problem;
    }
}
