package org.tocsin.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tocsin.party.Caller;
import org.tocsin.store.Transactions;

/** Shows what happened to a report to those who may see it. */
@ApplicationScoped
public class TimelineReading {

    private final Transactions transactions;
    private final Reports reports;
    private final Timeline timeline;

    TimelineReading(Transactions transactions, Reports reports, Timeline timeline) {
        this.transactions = transactions;
        this.reports = reports;
        this.timeline = timeline;
    }

    /** In the order in which it happened. */
    public List<TimelineView> of(Caller caller, String report) {
        return transactions.seeing(caller.sight(), () ->
                timeline.of(reports.visible(caller, report)).stream().map(TimelineView::of).toList());
    }
}
