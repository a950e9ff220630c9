package org.tocsin.retention;

import jakarta.enterprise.context.ApplicationScoped;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.store.Erasure;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** An admin erases a report before its time, for somebody has a right to it. */
@ApplicationScoped
class ErasureOnDemand {

    private final Transactions transactions;
    private final Reports reports;
    private final Erasing erasing;

    ErasureOnDemand(Transactions transactions, Reports reports, Erasing erasing) {
        this.transactions = transactions;
        this.reports = reports;
        this.erasing = erasing;
    }

    /** @throws Problem 404, or 409 with what is in the way */
    ErasureView erase(Caller admin, String name, String reason) {
        return transactions.seeing(Sight.all(), () -> {
            Report report = reports.toChange(name);
            return erasing.earlier(report).orElseGet(() -> {
                erasing.objection(report).ifPresent(refusal -> {
                    throw refusal;
                });
                return erasing.erase(report, Erasure.Scope.REPORT, reason, admin.actor());
            });
        });
    }
}
