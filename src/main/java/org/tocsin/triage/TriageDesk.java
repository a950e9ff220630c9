package org.tocsin.triage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import org.tocsin.delivery.Destinations;
import org.tocsin.delivery.Releases;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;
import org.tocsin.report.Act;
import org.tocsin.report.Assessment;
import org.tocsin.report.Pressing;
import org.tocsin.report.Revisions;
import org.tocsin.report.State;
import org.tocsin.report.Versions;

/** What the liaison makes of a report. Each act names the version that it was decided on, and is refused when that is no longer so. */
@ApplicationScoped
public class TriageDesk {

    private final Revisions revisions;
    private final Destinations destinations;
    private final Releases releases;
    private final TriageActs acts;

    TriageDesk(Revisions revisions, Destinations destinations, Releases releases, TriageActs acts) {
        this.revisions = revisions;
        this.destinations = destinations;
        this.releases = releases;
        this.acts = acts;
    }

    /** Puts down the liaison's own view, which takes the place of the one before. */
    public TriageState grade(Caller liaison, String name, int version, Assessment assessment) {
        return acts.act(name, (report, at) -> {
            Versions.check(report, version);
            Versions.checkNotHeldByAnother(report, liaison.actor());
            Versions.checkPossible(report, Act.GRADE);
            ObjectNode detail = assessment.on(report);
            report.pressing = Pressing.of(report, revisions.latest(report).submission());
            acts.write(report, "report.graded", liaison, at, detail);
        });
    }

    /** Ends the work on it, when nothing is left to be sent. The operator reads the reason. */
    public TriageState close(Caller liaison, String name, int version, String reason) {
        return acts.act(name, (report, at) -> {
            Versions.check(report, version);
            Versions.checkPossible(report, Act.CLOSE);
            Versions.checkNotHeldByAnother(report, liaison.actor());
            if (report.state == State.IN_TRIAGE && !destinations.names().isEmpty() && !releases.hasLatest(report)) {
                throw Problem.conflict("not-released", "Not released yet",
                        "Revision " + report.latestRevision + " has gone to nobody yet, and a report that may be owed by law is not closed "
                                + "unseen. Release it first.")
                        .with("version", report.version).with("state", report.state.code());
            }
            report.go(State.CLOSED);
            report.putDown();
            acts.tell(report, "report.closed", liaison, at, TriageActs.because(reason));
        });
    }

    /** Takes up again what was done with. The operator reads the reason. */
    public TriageState reopen(Caller liaison, String name, int version, String reason) {
        return acts.act(name, (report, at) -> {
            Versions.check(report, version);
            Versions.checkPossible(report, Act.REOPEN);
            report.go(State.REOPENED);
            acts.tell(report, "report.reopened", liaison, at, TriageActs.because(reason));
        });
    }

    /** Sends it back as no incident, or not for us. The operator reads the reason, and can insist by a revision. */
    public TriageState reject(Caller liaison, String name, int version, String reason) {
        return acts.act(name, (report, at) -> {
            Versions.check(report, version);
            Versions.checkPossible(report, Act.REJECT);
            Versions.checkNotHeldByAnother(report, liaison.actor());
            report.go(State.REJECTED);
            report.putDown();
            acts.tell(report, "report.rejected", liaison, at, TriageActs.because(reason));
        });
    }
}
