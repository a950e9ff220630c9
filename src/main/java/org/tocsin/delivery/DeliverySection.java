package org.tocsin.delivery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.tocsin.party.Caller;
import org.tocsin.report.ReportSection;
import org.tocsin.report.ReportView;

/** Where a report has gone, with every attempt. */
@ApplicationScoped
class DeliverySection implements ReportSection {

    @CheckedTemplate(basePath = "delivery", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {

        static native TemplateInstance deliveries(String reference, List<DeliveryView> deliveries, boolean pending, boolean alone);

        private Templates() {
        }
    }

    private final DeliveryReading reading;

    DeliverySection(DeliveryReading reading) {
        this.reading = reading;
    }

    @Override
    public Place place() {
        return Place.BELOW;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String id() {
        return "deliveries";
    }

    @Override
    public String title() {
        return "Deliveries";
    }

    @Override
    public Optional<TemplateInstance> show(Caller caller, ReportView report) {
        return Optional.of(of(caller, report.reference(), false));
    }

    /** @param alone whether the page around it stands as it stood before */
    TemplateInstance of(Caller caller, String reference, boolean alone) {
        List<DeliveryView> deliveries = reading.of(caller, reference);
        return Templates.deliveries(reference, deliveries,
                deliveries.stream().anyMatch(delivery -> delivery.state().equals(Delivery.PENDING)), alone);
    }
}
