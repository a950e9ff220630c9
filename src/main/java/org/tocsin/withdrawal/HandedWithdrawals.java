package org.tocsin.withdrawal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.tocsin.delivery.document.Withdrawing;
import org.tocsin.json.Json;
import org.tocsin.report.Report;
import org.tocsin.report.State;

/**
 * Withdrawals of reports that another system handed over: it has asked and decided there, by the same rules, and here the
 * report shows it. Where the report has gone on from here, this goes on as well.
 */
@ApplicationScoped
public class HandedWithdrawals {

    private static final String THERE = "Decided where the report came from";

    private final Withdrawals withdrawals;
    private final WithdrawalCourse course;

    HandedWithdrawals(Withdrawals withdrawals, WithdrawalCourse course) {
        this.withdrawals = withdrawals;
        this.course = course;
    }

    /** In the transaction that takes the document in, which holds the report. What is known already changes nothing. */
    public void take(Report report, Withdrawing said, String peer, Instant at) {
        Optional<Withdrawal> open = withdrawals.open(report);
        if (report.state == State.WITHDRAWN) {
            return;
        }
        switch (said.state()) {
            case ASKED -> open.orElseGet(() -> ask(report, said, peer, at));
            case CONFIRMED -> course.confirm(report, open.orElseGet(() -> ask(report, said, peer, at)), By.peer(peer), at,
                    Json.MAPPER.createObjectNode());
            case ENDED -> open.ifPresent(asked -> course.end(report, asked, Withdrawal.REFUSED, THERE, By.peer(peer), at));
        }
    }

    /** Also of a report that was done with here. */
    private Withdrawal ask(Report report, Withdrawing said, String peer, Instant at) {
        switch (report.state) {
            case CLOSED, REJECTED -> report.go(State.REOPENED);
            case MERGED -> report.go(State.IN_TRIAGE);
            default -> { } // open, or on its way: it can be asked for at once
        }
        return course.ask(report, said.reason(), By.peer(peer), at);
    }
}
