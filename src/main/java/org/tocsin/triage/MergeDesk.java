package org.tocsin.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.tocsin.incident.IncidentPart;
import org.tocsin.incident.Incidents;
import org.tocsin.party.Caller;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.report.Act;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.report.State;
import org.tocsin.report.Versions;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/** Several reports as one incident. Each act names the version that it was decided on, and is refused when that is no longer so. */
@ApplicationScoped
public class MergeDesk {

    /** What is handled no more, or with another itself. */
    private static final Set<State> UNFIT = EnumSet.of(State.MERGED, State.REJECTED, State.WITHDRAWN);

    private final Transactions transactions;
    private final Reports reports;
    private final Incidents incidents;
    private final Now now;
    private final TriageActs acts;

    MergeDesk(Transactions transactions, Reports reports, Incidents incidents, Now now, TriageActs acts) {
        this.transactions = transactions;
        this.reports = reports;
        this.incidents = incidents;
        this.now = now;
        this.acts = acts;
    }

    /**
     * From now on it is handled with another report, of whichever organisation, as one incident. Each stays as it is, with its
     * deliveries. Of the same organisation it leaves the queue and its operator reads why; of another one its operator is told
     * nothing but that it is in triage, which is so: whoever merges it takes it in hand.
     *
     * @param into that one's id or reference
     */
    public TriageState merge(Caller liaison, String name, int version, String into, String reason) {
        return transactions.seeing(Sight.all(), () -> {
            UUID asked = reports.visible(liaison, name).id;
            UUID named = other(liaison, into).id;
            UUID leads = incidents.lead(named);
            hold(asked, named, leads);
            checkStillLeads(named, leads);
            Report report = reports.findById(asked);
            Report other = reports.findById(named);
            Instant at = now.instant();
            Versions.check(report, version);
            Versions.checkPossible(report, Act.MERGE);
            Versions.checkNotHeldByAnother(report, liaison.actor());
            checkMergeable(report, other, leads);
            if (other.organisation.equals(report.organisation)) {
                report.go(State.MERGED);
                report.putDown();
                acts.tell(report, "report.merged", liaison, at, TriageActs.because(reason).put("into", other.reference));
            } else {
                acts.take(report, liaison, at);
            }
            incidents.join(report, other, reports.findById(leads), liaison.actor(), reason, at);
            return TriageState.of(report);
        });
    }

    private Report other(Caller liaison, String into) {
        try {
            return reports.visible(liaison, into);
        } catch (Problem none) {
            throw Problem.invalid("merge", List.of(new Fault("/into", "unknown", "There is no report of this reference.")));
        }
    }

    private static void checkMergeable(Report report, Report other, UUID leads) {
        String objection = other.id.equals(report.id) ? "A report cannot be merged into itself."
                : leads.equals(report.id) ? "That report is handled with this one already."
                : UNFIT.contains(other.state) ? "That report is " + other.state.code() + ", so nobody would handle this one."
                : null;
        if (objection != null) {
            throw Problem.invalid("merge", List.of(new Fault("/into", "unfit", objection)));
        }
    }

    /** It is handled by itself again, by who undoes it. Its operator reads that only where it read of the merging. */
    public TriageState unmerge(Caller liaison, String name, int version, String reason) {
        return transactions.seeing(Sight.all(), () -> {
            UUID asked = reports.visible(liaison, name).id;
            UUID leads = incidents.lead(asked);
            hold(asked, leads);
            checkStillLeads(asked, leads);
            Report report = reports.findById(asked);
            Optional<IncidentPart> part = incidents.part(asked);
            Instant at = now.instant();
            Versions.check(report, version);
            if (report.state == State.MERGED || part.isEmpty()) {
                Versions.checkPossible(report, Act.UNMERGE);
                report.go(State.IN_TRIAGE);
                report.hold(liaison.actor(), at);
                acts.tell(report, "report.unmerged", liaison, at, TriageActs.because(reason));
            } else {
                Versions.checkNotHeldByAnother(report, liaison.actor());
                if (Act.CLAIM.isPossible(report.state)) {
                    acts.take(report, liaison, at);
                }
            }
            part.ifPresent(there -> incidents.leave(report, there, reports.findById(leads), liaison.actor(), reason, at));
            return TriageState.of(report);
        });
    }

    /** Which one leads was read before the rows were held. */
    private void checkStillLeads(UUID report, UUID leads) {
        if (!incidents.lead(report).equals(leads)) {
            throw Problem.conflict("stale-version", "Changed meanwhile", "Somebody else has just merged or unmerged one of these reports. Look at them again before you decide.");
        }
    }

    /** In one order, so that two acts on several reports do not wait for each other crosswise. */
    private void hold(UUID... those) {
        Stream.of(those).distinct().sorted().forEach(reports::toChange);
    }
}
