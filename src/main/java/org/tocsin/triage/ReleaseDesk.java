package org.tocsin.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tocsin.delivery.Destinations;
import org.tocsin.delivery.Releases;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;
import org.tocsin.report.Act;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.report.State;
import org.tocsin.report.Versions;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.withdrawal.Withdrawals;

/** What goes out to destinations, by whose decision. It names the version that it was decided on, and is refused when that is no longer so. */
@ApplicationScoped
public class ReleaseDesk {

    private final Transactions transactions;
    private final Reports reports;
    private final Destinations destinations;
    private final Releases releases;
    private final Withdrawals withdrawals;
    private final TriageActs acts;

    ReleaseDesk(Transactions transactions, Reports reports, Destinations destinations, Releases releases, Withdrawals withdrawals, TriageActs acts) {
        this.transactions = transactions;
        this.reports = reports;
        this.destinations = destinations;
        this.releases = releases;
        this.withdrawals = withdrawals;
        this.acts = acts;
    }

    /**
     * @param asked the destinations' names; none means all
     * @param seen  the SHA-256 of the document that was looked at before, hexadecimal; null when nobody says
     */
    public TriageState release(Caller liaison, String name, int version, List<String> asked, String seen) {
        return acts.act(name, (report, at) -> {
            List<String> chosen = releasable(liaison, report, version, asked);
            if (report.state != State.WITHDRAWAL_ASKED) {
                report.go(State.RELEASED);
            }
            report.putDown();
            report.changed(at);
            releases.release(report, chosen, liaison.actor(), at, withdrawals.mark(report), seen);
        });
    }

    /** What a release would send, to the byte; refused where the release would be. */
    SecondLook look(Caller liaison, String name, int version, List<String> asked) {
        return transactions.seeing(Sight.all(), () -> {
            Report report = reports.visible(liaison, name);
            List<String> chosen = releasable(liaison, report, version, asked);
            return SecondLook.of(report, releases.draft(report, chosen, withdrawals.markNow(report)), destinations);
        });
    }

    private List<String> releasable(Caller liaison, Report report, int version, List<String> asked) {
        Versions.check(report, version);
        if (!State.OPEN.contains(report.state)) {
            Versions.checkPossible(report, Act.RELEASE);
        }
        Versions.checkHeldBy(report, liaison.actor());
        Versions.checkPossible(report, Act.RELEASE);
        List<String> chosen = releases.withoutLatest(report, destinations.chosen(asked));
        if (chosen.isEmpty()) {
            throw Problem.conflict("already-released", "Released already",
                    "Revision " + report.latestRevision + " has gone to each of these destinations before. "
                            + "Close the report, or wait for the next revision.");
        }
        return chosen;
    }
}
