package org.tocsin.withdrawal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.tocsin.json.Instants;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.Compromise;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.report.Act;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/**
 * Who may take which step of a withdrawal. One account cannot silence a report: what it asks for, another person confirms,
 * and until then the report stays in the queue.
 */
@ApplicationScoped
class WithdrawalDesk {

    private final Transactions transactions;
    private final Reports reports;
    private final Withdrawals withdrawals;
    private final WithdrawalCourse course;
    private final Compromise compromise;
    private final Now now;

    WithdrawalDesk(Transactions transactions, Reports reports, Withdrawals withdrawals, WithdrawalCourse course,
            Compromise compromise, Now now) {
        this.transactions = transactions;
        this.reports = reports;
        this.withdrawals = withdrawals;
        this.course = course;
        this.compromise = compromise;
        this.now = now;
    }

    /** The latest, whatever became of it. */
    Optional<WithdrawalView> find(Caller caller, String name) {
        return transactions.seeing(caller.sight(), () -> {
            Report report = reports.visible(caller, name);
            return withdrawals.latest(report).map(found -> WithdrawalView.of(found, report, caller));
        });
    }

    /** @throws Problem 404 also when nobody has ever asked */
    WithdrawalView latest(Caller caller, String name) {
        return find(caller, name).orElseThrow(() -> Problem.notFound("withdrawal"));
    }

    WithdrawalView ask(Caller operator, String name, String reason) {
        return transactions.seeing(Sight.own(operator.ownOrganisation()), () -> {
            Report report = reports.ownToChange(operator, name);
            if (!Act.ASK_WITHDRAWAL.isPossible(report.state)) {
                throw refusal(operator, report, "The report is " + report.state.code() + " and its withdrawal cannot be asked for.");
            }
            return WithdrawalView.of(course.ask(report, reason, By.operator(operator), now.instant()), report, operator);
        });
    }

    /** @throws Problem 403 when it is the account that asked, or a machine's; 409 while the organisation is compromised */
    WithdrawalView confirm(Caller colleague, String name, int number) {
        if (colleague.isMachine()) {
            throw new Problem(403, "not-a-person", "A person must do this",
                    "A withdrawal is confirmed by a person. This is a machine's account.");
        }
        return own(colleague, name, number, (report, withdrawal) -> {
            checkAnother(colleague, withdrawal);
            checkOurs(report);
            course.confirm(report, withdrawal, By.operator(colleague), now.instant(), Json.MAPPER.createObjectNode());
        });
    }

    WithdrawalView cancel(Caller operator, String name, int number, String reason) {
        return own(operator, name, number, (report, withdrawal) ->
                course.end(report, withdrawal, Withdrawal.CANCELLED, reason, By.operator(operator), now.instant()));
    }

    /** A liaison has called the operator by a number that it knew before, and heard it confirmed. */
    WithdrawalView calledBack(Caller liaison, String name, int number, CallBack call) {
        return all(liaison, name, number, (report, withdrawal) -> {
            checkAnother(liaison, withdrawal);
            Instant at = now.instant();
            withdrawal.calledNumber = call.called();
            withdrawal.answeredBy = call.answeredBy();
            withdrawal.calledAt = call.calledAt();
            ObjectNode how = Json.MAPPER.createObjectNode();
            how.putObject("callBack").put("called", call.called()).put("answeredBy", call.answeredBy())
                    .put("calledAt", Instants.write(call.calledAt()));
            course.confirm(report, withdrawal, By.liaison(liaison), at, how);
        });
    }

    WithdrawalView refuse(Caller liaison, String name, int number, String reason) {
        return all(liaison, name, number, (report, withdrawal) ->
                course.end(report, withdrawal, Withdrawal.REFUSED, reason, By.liaison(liaison), now.instant()));
    }

    private WithdrawalView own(Caller operator, String name, int number, BiConsumer<Report, Withdrawal> step) {
        return decide(operator, Sight.own(operator.ownOrganisation()), () -> reports.ownToChange(operator, name), number, step);
    }

    private WithdrawalView all(Caller liaison, String name, int number, BiConsumer<Report, Withdrawal> step) {
        return decide(liaison, Sight.all(), () -> reports.toChange(name), number, (report, withdrawal) -> {
            if (report.originPeer != null) {
                throw Problem.conflict("decided-at-origin", "Decided elsewhere",
                        "The system that handed the report over decides on its withdrawal and tells us.");
            }
            step.accept(report, withdrawal);
        });
    }

    private WithdrawalView decide(Caller caller, Sight sight, Supplier<Report> found, int number, BiConsumer<Report, Withdrawal> step) {
        return transactions.seeing(sight, () -> {
            Report report = found.get();
            Withdrawal open = withdrawals.open(report).orElseThrow(() ->
                    refusal(caller, report, "The report is " + report.state.code() + ", and no withdrawal of it is open."));
            if (open.number != number) {
                throw Problem.conflict("another-withdrawal", "Another withdrawal",
                                "You decided on withdrawal " + number + ", but " + open.number + " is the one that is open. Look at it again.")
                        .with("withdrawal", WithdrawalView.of(open, report, caller));
            }
            step.accept(report, open);
            return WithdrawalView.of(open, report, caller);
        });
    }

    private Problem refusal(Caller caller, Report report, String why) {
        Problem refusal = report.refusal(why);
        withdrawals.latest(report).ifPresent(latest -> refusal.with("withdrawal", WithdrawalView.of(latest, report, caller)));
        return refusal;
    }

    /** Two accounts are two people only while nobody else has the organisation's means in hand. */
    private void checkOurs(Report report) {
        if (compromise.stands(report.organisation)) {
            throw Problem.conflict("held-for-call-back", "Held for a call-back",
                    "Your organisation's mail, phones or sign-in are said to be compromised. Until that is lifted a liaison "
                            + "confirms withdrawals, by calling back on a number that was known before.");
        }
    }

    /** Whatever else an account may do. */
    private static void checkAnother(Caller caller, Withdrawal withdrawal) {
        if (withdrawal.askedById == null && !caller.is(Role.LIAISON) || caller.actor().is(withdrawal.askedById)) {
            throw new Problem(403, "another-must-confirm", "Another must confirm",
                    "You asked for this withdrawal, so another person must confirm it: a colleague with an account of your organisation, "
                            + "or a liaison who calls back.");
        }
    }
}
