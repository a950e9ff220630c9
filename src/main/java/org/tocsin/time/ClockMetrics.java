package org.tocsin.time;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** What an operations room watches of the clock. */
@ApplicationScoped
class ClockMetrics {

    private final MeterRegistry registry;

    ClockMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void watch(@Observes StartupEvent started, ClockWatch watch) {
        Gauge.builder("tocsin.clock.verified", watch, clock -> clock.reading().verified() ? 1 : 0)
                .description("1 while others confirm the service's clock").register(registry);
        Gauge.builder("tocsin.clock.offset.seconds", watch, clock -> seconds(clock.reading().offset()))
                .description("True time less the service's").register(registry);
        Gauge.builder("tocsin.clock.uncertainty.seconds", watch, clock -> seconds(clock.reading().uncertainty()))
                .description("How far the offset can be wrong").register(registry);
    }

    void count(@Observes ClockAlarm alarm) {
        registry.counter("tocsin.clock.alarms", "kind", alarm.kind().type()).increment();
    }

    private static double seconds(Duration of) {
        return of == null ? Double.NaN : of.toNanos() / 1e9;
    }
}
