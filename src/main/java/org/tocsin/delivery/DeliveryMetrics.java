package org.tocsin.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.tocsin.delivery.channel.Outcome;

/** What an operations room watches: attempts by outcome, and what waits at each destination. */
@ApplicationScoped
class DeliveryMetrics {

    private final MeterRegistry registry;

    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void watch(@Observes StartupEvent started, Backlog backlog, Destinations destinations) {
        destinations.names().forEach(name -> Gauge
                .builder("tocsin.deliveries.pending", backlog,
                        from -> from.byDestination().getOrDefault(name, Backlog.Count.NONE).pending())
                .description("Deliveries whose receipt is not here yet")
                .tag("destination", name)
                .register(registry));
    }

    void count(String destination, Outcome outcome) {
        registry.counter("tocsin.delivery.attempts",
                "destination", destination,
                "outcome", outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT)).increment();
    }
}
