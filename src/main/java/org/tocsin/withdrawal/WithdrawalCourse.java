package org.tocsin.withdrawal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.tocsin.audit.Audience;
import org.tocsin.delivery.Deliveries;
import org.tocsin.delivery.Releases;
import org.tocsin.delivery.document.Withdrawing;
import org.tocsin.json.Json;
import org.tocsin.party.Role;
import org.tocsin.report.Report;
import org.tocsin.report.State;
import org.tocsin.report.Timeline;
import org.tocsin.store.Ids;

/**
 * The steps of a withdrawal, whoever may take them; each in the transaction of the act, which holds the report.
 *
 * <p>Crash story: the step, the report's state, its timeline and what is sent to the destinations are one commit.
 */
@ApplicationScoped
class WithdrawalCourse {

    private final Withdrawals withdrawals;
    private final Releases releases;
    private final Deliveries deliveries;
    private final Timeline timeline;

    WithdrawalCourse(Withdrawals withdrawals, Releases releases, Deliveries deliveries, Timeline timeline) {
        this.withdrawals = withdrawals;
        this.releases = releases;
        this.deliveries = deliveries;
        this.timeline = timeline;
    }

    Withdrawal ask(Report report, String reason, By by, Instant at) {
        report.go(State.WITHDRAWAL_ASKED);
        Withdrawal withdrawal = new Withdrawal();
        withdrawal.id = Ids.next();
        withdrawal.report = report.id;
        withdrawal.organisation = report.organisation;
        withdrawal.number = withdrawals.latest(report).map(earlier -> earlier.number).orElse(0) + 1;
        withdrawal.state = Withdrawal.ASKED;
        withdrawal.reason = reason;
        withdrawal.askedBy = by.account().name();
        withdrawal.askedById = by.account().id();
        withdrawal.askedAt = at;
        withdrawals.persist(withdrawal);
        write(report, "report.withdrawal-asked", by, at, about(withdrawal).put("reason", reason));
        return withdrawal;
    }

    /** @param how what else is worth knowing of the confirmation */
    void confirm(Report report, Withdrawal withdrawal, By by, Instant at, ObjectNode how) {
        decide(withdrawal, Withdrawal.CONFIRMED, by, at);
        report.go(State.WITHDRAWN);
        putDown(report);
        Map<String, String> documents = releases.follow(report, Withdrawals.told(withdrawal, Withdrawing.Course.CONFIRMED), by.account(), at);
        ObjectNode detail = about(withdrawal).put("askedBy", withdrawal.askedBy).put("reason", withdrawal.reason);
        detail.setAll(how);
        documents.keySet().forEach(detail.putArray("destinations")::add);
        tell(documents, detail);
        write(report, "report.withdrawn", by, at, detail);
    }

    /** @param state {@link Withdrawal#REFUSED} or {@link Withdrawal#CANCELLED} */
    void end(Report report, Withdrawal withdrawal, String state, String reason, By by, Instant at) {
        decide(withdrawal, state, by, at);
        withdrawal.decision = reason;
        ObjectNode detail = about(withdrawal).put("reason", reason);
        if (withdrawal.told) {
            tell(releases.follow(report, Withdrawals.told(withdrawal, Withdrawing.Course.ENDED), by.account(), at), detail);
        }
        withdrawals.flush();
        report.go(standing(releases.hasLatest(report), deliveries.anyPending(report.id), report.caseReference != null, report.holder != null));
        if (!State.OPEN.contains(report.state)) {
            putDown(report);
        }
        write(report, "report.withdrawal-" + state, by, at, detail);
    }

    /** What was sent is named in the log, by its SHA-256, so that its bytes can be proved. */
    private static void tell(Map<String, String> documents, ObjectNode detail) {
        if (!documents.isEmpty()) {
            documents.forEach(detail.putObject("documents")::put);
        }
    }

    /** Where a report stands of which nobody asks that it be withdrawn. */
    static State standing(boolean latestReleased, boolean pending, boolean hasCase, boolean held) {
        if (latestReleased) {
            return pending ? State.RELEASED : hasCase ? State.ACKNOWLEDGED : State.FORWARDED;
        }
        return held ? State.IN_TRIAGE : State.RECEIVED;
    }

    private static void decide(Withdrawal withdrawal, String state, By by, Instant at) {
        withdrawal.state = state;
        withdrawal.decidedBy = by.account().name();
        withdrawal.decidedAt = at;
    }

    private static void putDown(Report report) {
        report.putDown();
    }

    private static ObjectNode about(Withdrawal withdrawal) {
        return Json.MAPPER.createObjectNode().put("withdrawal", withdrawal.number);
    }

    private void write(Report report, String type, By by, Instant at, ObjectNode detail) {
        report.changed(at);
        if (by.ours()) {
            timeline.writeAs(Role.LIAISON_TO_OPERATORS, report, type, by.account(), at, detail);
        } else {
            timeline.write(report, type, by.account(), Audience.OPERATOR, at, detail);
        }
    }
}
