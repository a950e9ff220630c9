package org.tocsin.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What an operations room watches of the log: while it lives, the age stays below a heartbeat. */
@ApplicationScoped
class LogMetrics {

    void watch(@Observes StartupEvent started, MeterRegistry registry, Checkpoints checkpoints) {
        Gauge.builder("tocsin.audit.log.checkpoint.age.seconds", checkpoints,
                        log -> log.last().map(signed -> (double) signed.age().toSeconds()).orElse(Double.NaN))
                .description("How long ago the last checkpoint was signed, by the database's clock")
                .register(registry);
    }
}
