package org.tocsin.delivery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.report.ReportSection;
import org.tocsin.report.ReportView;
import org.tocsin.web.Speech;

/** Where a report has gone, with every attempt. */
@ApplicationScoped
class DeliverySection implements ReportSection {

    @CheckedTemplate(basePath = "delivery", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {

        static native TemplateInstance deliveries(String reference, List<DeliveryView> deliveries, boolean pending, boolean alone);

        /** @param undone those that a liaison can do something about; outside of what is renewed, so that nothing typed is lost */
        static native TemplateInstance section(RawString list, String reference, List<DeliveryView> undone);

        private Templates() {
        }
    }

    static final String ID = "deliveries";

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
        return ID;
    }

    @Override
    public String title() {
        return Speech.of("deliveries_title");
    }

    @Override
    public Optional<TemplateInstance> show(Caller caller, ReportView report) {
        List<DeliveryView> deliveries = reading.of(caller, report.id().toString());
        List<DeliveryView> undone = !caller.is(Role.LIAISON) ? List.of() : deliveries.stream()
                .filter(each -> each.state().equals(Delivery.GIVEN_UP) && deliveries.stream().noneMatch(each::isOvertakenBy) || each.state().equals(Delivery.PENDING) && !each.attempts().isEmpty()).toList();
        return Optional.of(Templates.section(new RawString(list(report.reference(), deliveries, false).render()), report.reference(), undone));
    }

    /** @param alone whether the page around it stands as it stood before */
    TemplateInstance of(Caller caller, String reference, boolean alone) {
        return list(reference, reading.of(caller, reference), alone);
    }

    private static TemplateInstance list(String reference, List<DeliveryView> deliveries, boolean alone) {
        return Templates.deliveries(reference, deliveries,
                deliveries.stream().anyMatch(delivery -> delivery.state().equals(Delivery.PENDING)), alone);
    }
}
