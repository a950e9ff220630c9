package org.tocsin.behalf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.tocsin.audit.Audience;
import org.tocsin.json.Instants;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.report.Confirmation;
import org.tocsin.report.OnBehalf;
import org.tocsin.report.OnBehalfMarks;
import org.tocsin.report.OnBehalfView;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.report.Timeline;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/** What becomes of a report that was filed on behalf: the caller is called back, the operator's own account says whether it is right. */
@ApplicationScoped
public class BehalfDesk {

    private final Transactions transactions;
    private final Reports reports;
    private final OnBehalfMarks marks;
    private final Calls calls;
    private final Timeline timeline;
    private final Now now;

    BehalfDesk(Transactions transactions, Reports reports, OnBehalfMarks marks, Calls calls, Timeline timeline, Now now) {
        this.transactions = transactions;
        this.reports = reports;
        this.marks = marks;
        this.calls = calls;
        this.timeline = timeline;
        this.now = now;
    }

    /**
     * Once, by a person: a machine's secret is what someone may have got hold of, and it cannot say who was on the telephone.
     *
     * @throws Problem 403 for a machine, 404, 409 when it is not such a report, was taken elsewhere, or has been decided
     */
    public OnBehalfView confirm(Caller operator, String name, ConfirmationAct act) {
        if (operator.isMachine()) {
            throw new Problem(403, "not-a-person", "Not a person",
                    "Whether a report that someone gave on the telephone is right is said by a person, with an account of their own.");
        }
        return transactions.seeing(Sight.own(operator.ownOrganisation()), () -> {
            Report report = reports.toChange(reports.visible(operator, name).id);
            OnBehalf mark = mark(report);
            if (mark.confirmation != Confirmation.UNCONFIRMED) {
                throw Problem.conflict("already-confirmed", "Decided already",
                        "The report is " + mark.confirmation.code() + " already. Correct it by a revision, or tell the liaison.")
                        .with("filedOnBehalf", OnBehalfView.of(mark));
            }
            decide(report, mark, operator, act);
            return OnBehalfView.of(mark);
        });
    }

    private void decide(Report report, OnBehalf mark, Caller operator, ConfirmationAct act) {
        Instant at = now.instant();
        mark.confirmation = act.right() ? Confirmation.CONFIRMED : Confirmation.CONTESTED;
        mark.decidedBy = operator.name();
        mark.decidedAt = at;
        ObjectNode detail = Json.MAPPER.createObjectNode();
        if (!act.right()) {
            mark.reason = act.reason();
            detail.put("reason", act.reason());
        }
        touch(report, at);
        timeline.write(report, act.right() ? "report.behalf-confirmed" : "report.behalf-contested", operator.actor(),
                Audience.OPERATOR, at, detail);
    }

    /** Writes down that the caller was called back; the operator sees when, and no more. */
    public OnBehalfView calledBack(Caller liaison, String name, Call.Back back) {
        return transactions.seeing(Sight.all(), () -> {
            Report report = reports.toChange(name);
            OnBehalf mark = mark(report);
            Instant at = now.instant();
            mark.calledBackAt = back.at();
            calls.keep(report, back, liaison.name(), at);
            touch(report, at);
            timeline.writeAs(Role.LIAISON_TO_OPERATORS, report, "report.called-back", liaison.actor(), at,
                    Json.MAPPER.createObjectNode().put("calledBackAt", Instants.write(back.at())));
            return OnBehalfView.of(mark);
        });
    }

    /** Held, as the report is. */
    private OnBehalf mark(Report report) {
        OnBehalf mark = marks.of(report).orElseThrow(() -> Problem.conflict("not-on-behalf", "Not filed on behalf",
                "The report was not filed for a caller on the telephone."));
        if (report.originPeer != null) {
            throw Problem.conflict("taken-elsewhere", "Taken at another instance",
                    "The call was taken where the report came from. What becomes of it is said there.");
        }
        return mark;
    }

    private static void touch(Report report, Instant at) {
        report.changed(at);
    }
}
