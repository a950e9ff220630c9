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
    private final DeliveryAdvice advice;

    DeliveryReading(Transactions transactions, Reports reports, Deliveries deliveries, Destinations destinations, DeliveryAdvice advice) {
        this.transactions = transactions;
        this.reports = reports;
        this.deliveries = deliveries;
        this.destinations = destinations;
        this.advice = advice;
    }

    public List<DeliveryView> of(Caller caller, String report) {
        return transactions.seeing(caller.sight(), () -> {
            Report found = reports.visible(caller, report);
            return caller.seesAll() ? inside(found) : outside(found);
        });
    }

    /** For the liaison, within the transaction of an act on it. */
    DeliveryView view(Delivery delivery) {
        return DeliveryView.inside(delivery, destinations.title(delivery.destination), deliveries.attempts(delivery));
    }

    private List<DeliveryView> outside(Report report) {
        return deliveries.of(report).stream()
                .map(each -> DeliveryView.outside(each, destinations.title(each.destination), advice.about(each)))
                .toList();
    }

    private List<DeliveryView> inside(Report report) {
        return deliveries.withAttempts(report).entrySet().stream()
                .map(each -> DeliveryView.inside(each.getKey(), destinations.title(each.getKey().destination), each.getValue()))
                .toList();
    }
}
