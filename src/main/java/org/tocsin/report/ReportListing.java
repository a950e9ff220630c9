package org.tocsin.report;

import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tocsin.party.Caller;
import org.tocsin.party.Organisations;
import org.tocsin.store.Transactions;

/** The latest reports that someone may see. */
@ApplicationScoped
public class ReportListing {

    public record Line(String reference, String title, String operator, String severity, String tlp, String stage,
            State state, String caseReference, Instant receivedAt) {
    }

    private final Transactions transactions;
    private final Reports reports;
    private final Organisations organisations;

    ReportListing(Transactions transactions, Reports reports, Organisations organisations) {
        this.transactions = transactions;
        this.reports = reports;
        this.organisations = organisations;
    }

    /** Newest first. */
    public List<Line> latest(Caller caller, int most) {
        return transactions.seeing(caller.sight(), () -> {
            Map<String, String> names = organisations.names();
            // The database shows no other organisation's rows; this is the code's own check before it.
            return (caller.seesAll() ? reports.find("order by receivedAt desc, id")
                    : reports.find("organisation = ?1 order by receivedAt desc, id", caller.ownOrganisation()))
                    .page(Page.ofSize(most)).stream()
                    .map(report -> line(report, names))
                    .toList();
        });
    }

    private static Line line(Report report, Map<String, String> names) {
        return new Line(report.reference, report.title,
                report.originOperator == null ? names.get(report.organisation) : report.originOperator,
                report.severity, report.tlp, report.stage, report.state, report.caseReference, report.receivedAt);
    }
}
