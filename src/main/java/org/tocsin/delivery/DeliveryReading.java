package org.tocsin.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tocsin.party.Caller;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.store.Transactions;

/** Shows where a report has gone and how each attempt went. */
@ApplicationScoped
public class DeliveryReading {

    private final Transactions transactions;
    private final Reports reports;
    private final Deliveries deliveries;
    private final Destinations destinations;

    DeliveryReading(Transactions transactions, Reports reports, Deliveries deliveries, Destinations destinations) {
        this.transactions = transactions;
        this.reports = reports;
        this.deliveries = deliveries;
        this.destinations = destinations;
    }

    public List<DeliveryView> of(Caller caller, String report) {
        return transactions.seeing(caller.sight(), () -> of(reports.visible(caller, report)));
    }

    /** Within the transaction of an act on it. */
    DeliveryView view(Delivery delivery) {
        return DeliveryView.of(delivery, destinations.title(delivery.destination), deliveries.attempts(delivery));
    }

    private List<DeliveryView> of(Report report) {
        return deliveries.withAttempts(report).entrySet().stream()
                .map(each -> DeliveryView.of(each.getKey(), destinations.title(each.getKey().destination), each.getValue()))
                .toList();
    }
}
