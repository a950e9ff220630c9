package org.tocsin.delivery;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Whether deliveries arrive. Not a part of readiness: a CERT that is down must not stop intake. */
@HealthGroup("outside")
@ApplicationScoped
class DestinationHealth implements HealthCheck {

    private final Backlog backlog;
    private final Destinations destinations;

    DestinationHealth(Backlog backlog, Destinations destinations) {
        this.backlog = backlog;
        this.destinations = destinations;
    }

    @Override
    public HealthCheckResponse call() {
        Map<String, Backlog.Count> counts = backlog.byDestination();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("Destinations");
        for (String name : destinations.names()) {
            Backlog.Count count = counts.getOrDefault(name, Backlog.Count.NONE);
            response.withData(name, count.failing() == 0 ? "no failing deliveries"
                    : count.failing() + " of " + count.pending() + " pending deliveries have failed");
        }
        return response.status(counts.values().stream().allMatch(count -> count.failing() == 0)).build();
    }
}
