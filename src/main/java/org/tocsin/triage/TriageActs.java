package org.tocsin.triage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.tocsin.audit.Audience;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.report.State;
import org.tocsin.report.Timeline;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/** What the liaison's acts have in common: who holds a report, and that each act is a version and a line on its timeline. */
@ApplicationScoped
class TriageActs {

    /**
     * Where someone has it in hand already, or where that changes nothing: what waits for the operator goes on waiting, and
     * what it wants withdrawn is seen to be so, whoever holds it.
     */
    private static final Set<State> HANDLED = EnumSet.of(State.IN_TRIAGE, State.AWAITING_OPERATOR, State.WITHDRAWAL_ASKED);

    private final Transactions transactions;
    private final Reports reports;
    private final Timeline timeline;
    private final Now now;

    TriageActs(Transactions transactions, Reports reports, Timeline timeline, Now now) {
        this.transactions = transactions;
        this.reports = reports;
        this.timeline = timeline;
        this.now = now;
    }

    /** On one report, in a transaction of its own. */
    TriageState act(String name, BiConsumer<Report, Instant> act) {
        return transactions.seeing(Sight.all(), () -> {
            Report report = reports.toChange(name);
            act.accept(report, now.instant());
            return TriageState.of(report);
        });
    }

    /** Taking what one holds already changes nothing. */
    void take(Report report, Caller liaison, Instant at) {
        if (report.isHeldBy(liaison.actor())) {
            return;
        }
        if (!HANDLED.contains(report.state)) {
            report.go(State.IN_TRIAGE);
        }
        report.hold(liaison.actor(), at);
        write(report, "report.claimed", liaison, at, Json.MAPPER.createObjectNode());
    }

    /** So that the operator reads it too. */
    void tell(Report report, String type, Caller liaison, Instant at, ObjectNode detail) {
        report.changed(at);
        timeline.writeAs(Role.LIAISON_TO_OPERATORS, report, type, liaison.actor(), at, detail);
    }

    static ObjectNode because(String reason) {
        return Json.MAPPER.createObjectNode().put("reason", reason);
    }

    /** Where the operator does not read it. */
    void write(Report report, String type, Caller liaison, Instant at, ObjectNode detail) {
        report.changedInside(at);
        timeline.write(report, type, liaison.actor(), Audience.INTERNAL, at, detail);
    }
}
