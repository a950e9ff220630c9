package org.tocsin.triage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tocsin.audit.Audience;
import org.tocsin.delivery.Destinations;
import org.tocsin.delivery.Releases;
import org.tocsin.incident.IncidentPart;
import org.tocsin.incident.Incidents;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.report.Act;
import org.tocsin.report.Assessment;
import org.tocsin.report.Pressing;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.report.Revisions;
import org.tocsin.report.State;
import org.tocsin.report.Timeline;
import org.tocsin.report.Versions;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;
import org.tocsin.withdrawal.Withdrawals;

/** The liaison's acts. Each names the version that it was decided on, and is refused when that is no longer so. */
@ApplicationScoped
public class TriageDesk {

    /**
     * Where someone has it in hand already, or where that changes nothing: what waits for the operator goes on waiting, and
     * what it wants withdrawn is seen to be so, whoever holds it.
     */
    private static final Set<State> HANDLED = EnumSet.of(State.IN_TRIAGE, State.AWAITING_OPERATOR, State.WITHDRAWAL_ASKED);

    /** What is handled no more, or with another itself. */
    private static final Set<State> UNFIT = EnumSet.of(State.MERGED, State.REJECTED, State.WITHDRAWN);

    private final Transactions transactions;
    private final Reports reports;
    private final Revisions revisions;
    private final Timeline timeline;
    private final Destinations destinations;
    private final Releases releases;
    private final Withdrawals withdrawals;
    private final Incidents incidents;
    private final Now now;

    TriageDesk(Transactions transactions, Reports reports, Revisions revisions, Timeline timeline,
            Destinations destinations, Releases releases, Withdrawals withdrawals, Incidents incidents, Now now) {
        this.transactions = transactions;
        this.reports = reports;
        this.revisions = revisions;
        this.timeline = timeline;
        this.destinations = destinations;
        this.releases = releases;
        this.withdrawals = withdrawals;
        this.incidents = incidents;
        this.now = now;
    }

    /**
     * Takes a report in hand, and with it what is handled with it and nobody holds, each in a transaction of its own: if we
     * crash in between, the rest is there to be claimed. Claiming what one holds already changes nothing.
     */
    public TriageState claim(Caller liaison, String name, int version) {
        TriageState claimed = claimAlone(liaison, name, version);
        alsoForThoseWithIt(claimed, report -> report.holder == null && Act.CLAIM.isPossible(report.state), (report, at) -> take(report, liaison, at));
        return claimed;
    }

    private TriageState claimAlone(Caller liaison, String name, int version) {
        return act(name, (report, at) -> {
            if (liaison.name().equals(report.holder)) {
                return;
            }
            Versions.check(report, version);
            Versions.checkPossible(report, Act.CLAIM);
            Versions.checkNotHeldByAnother(report, liaison.name());
            take(report, liaison, at);
        });
    }

    private void take(Report report, Caller liaison, Instant at) {
        if (liaison.name().equals(report.holder)) {
            return;
        }
        if (!HANDLED.contains(report.state)) {
            report.go(State.IN_TRIAGE);
        }
        report.holder = liaison.name();
        report.holderSince = at;
        write(report, "report.claimed", liaison, at, Json.MAPPER.createObjectNode());
    }

    /** Puts it back for anyone to take, and what is handled with it and held by the same. */
    public TriageState unclaim(Caller liaison, String name, int version) {
        TriageState put = act(name, (report, at) -> {
            Versions.check(report, version);
            Versions.checkHeldBy(report, liaison.name());
            putBack(report, liaison, at);
        });
        alsoForThoseWithIt(put, report -> liaison.name().equals(report.holder), (report, at) -> putBack(report, liaison, at));
        return put;
    }

    private void putBack(Report report, Caller liaison, Instant at) {
        putDown(report);
        write(report, "report.unclaimed", liaison, at, Json.MAPPER.createObjectNode());
    }

    private void alsoForThoseWithIt(TriageState lead, Predicate<Report> fits, BiConsumer<Report, Instant> act) {
        List<String> references = transactions.seeing(Sight.all(), () -> incidents.foldedUnder(lead.reference()));
        references.forEach(reference -> act(reference, (report, at) -> {
            if (fits.test(report)) {
                act.accept(report, at);
            }
        }));
    }

    /** Puts down the liaison's own view, which takes the place of the one before. */
    public TriageState grade(Caller liaison, String name, int version, Assessment assessment) {
        return act(name, (report, at) -> {
            Versions.check(report, version);
            Versions.checkNotHeldByAnother(report, liaison.name());
            Versions.checkPossible(report, Act.GRADE);
            ObjectNode detail = assessment.on(report);
            report.pressing = Pressing.of(report, revisions.latest(report).submission());
            write(report, "report.graded", liaison, at, detail);
        });
    }

    /**
     * @param asked the destinations' names; none means all
     * @param seen  the SHA-256 of the document that was looked at before, hexadecimal; null when nobody says
     */
    public TriageState release(Caller liaison, String name, int version, List<String> asked, String seen) {
        return act(name, (report, at) -> {
            List<String> chosen = releasable(liaison, report, version, asked);
            if (report.state != State.WITHDRAWAL_ASKED) {
                report.go(State.RELEASED);
            }
            putDown(report);
            report.version++;
            report.changedAt = at;
            releases.release(report, chosen, liaison.name(), at, withdrawals.mark(report), seen);
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
        Versions.checkHeldBy(report, liaison.name());
        Versions.checkPossible(report, Act.RELEASE);
        List<String> chosen = releases.withoutLatest(report, destinations.chosen(asked));
        if (chosen.isEmpty()) {
            throw Problem.conflict("already-released", "Released already",
                    "Revision " + report.latestRevision + " has gone to each of these destinations before. "
                            + "Close the report, or wait for the next revision.");
        }
        return chosen;
    }

    /** Ends the work on it, when nothing is left to be sent. The operator reads the reason. */
    public TriageState close(Caller liaison, String name, int version, String reason) {
        return act(name, (report, at) -> {
            Versions.check(report, version);
            Versions.checkPossible(report, Act.CLOSE);
            Versions.checkNotHeldByAnother(report, liaison.name());
            if (report.state == State.IN_TRIAGE && !destinations.names().isEmpty() && !releases.hasLatest(report)) {
                throw Problem.conflict("not-released", "Not released yet",
                        "Revision " + report.latestRevision + " has gone to nobody yet, and a report that may be owed by law is not closed "
                                + "unseen. Release it first.")
                        .with("version", report.version).with("state", report.state.code());
            }
            report.go(State.CLOSED);
            putDown(report);
            tell(report, "report.closed", liaison, at, reason);
        });
    }

    /** Takes up again what was done with. The operator reads the reason. */
    public TriageState reopen(Caller liaison, String name, int version, String reason) {
        return act(name, (report, at) -> {
            Versions.check(report, version);
            Versions.checkPossible(report, Act.REOPEN);
            report.go(State.REOPENED);
            tell(report, "report.reopened", liaison, at, reason);
        });
    }

    /** Sends it back as no incident, or not for us. The operator reads the reason, and can insist by a revision. */
    public TriageState reject(Caller liaison, String name, int version, String reason) {
        return act(name, (report, at) -> {
            Versions.check(report, version);
            Versions.checkPossible(report, Act.REJECT);
            Versions.checkNotHeldByAnother(report, liaison.name());
            report.go(State.REJECTED);
            putDown(report);
            tell(report, "report.rejected", liaison, at, reason);
        });
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
            Versions.checkNotHeldByAnother(report, liaison.name());
            checkMergeable(report, other, leads);
            if (other.organisation.equals(report.organisation)) {
                report.go(State.MERGED);
                putDown(report);
                report.version++;
                report.changedAt = at;
                timeline.writeAs(Role.LIAISON_TO_OPERATORS, report, "report.merged", liaison.name(), at, Json.MAPPER.createObjectNode()
                        .put("into", other.reference)
                        .put("reason", reason));
            } else {
                take(report, liaison, at);
            }
            incidents.join(report, other, reports.findById(leads), liaison.name(), reason, at);
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
                report.holder = liaison.name();
                report.holderSince = at;
                tell(report, "report.unmerged", liaison, at, reason);
            } else {
                Versions.checkNotHeldByAnother(report, liaison.name());
                if (Act.CLAIM.isPossible(report.state)) {
                    take(report, liaison, at);
                }
            }
            part.ifPresent(there -> incidents.leave(report, there, reports.findById(leads), liaison.name(), reason, at));
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

    private TriageState act(String name, BiConsumer<Report, Instant> act) {
        return transactions.seeing(Sight.all(), () -> {
            Report report = reports.toChange(name);
            act.accept(report, now.instant());
            return TriageState.of(report);
        });
    }

    private static void putDown(Report report) {
        report.holder = null;
        report.holderSince = null;
    }

    /** So that the operator reads it too. */
    private void tell(Report report, String type, Caller liaison, Instant at, String reason) {
        report.version++;
        report.changedAt = at;
        timeline.writeAs(Role.LIAISON_TO_OPERATORS, report, type, liaison.name(), at, Json.MAPPER.createObjectNode().put("reason", reason));
    }

    private void write(Report report, String type, Caller liaison, Instant at, ObjectNode detail) {
        report.version++;
        report.changedAt = at;
        timeline.write(report, type, liaison.name(), Audience.INTERNAL, at, detail);
    }
}
