package org.tocsin.quarantine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** What an operations room watches: how many reports wait for a person here. */
@ApplicationScoped
class QuarantineMetrics {

    void watch(@Observes StartupEvent started, MeterRegistry registry, Transactions transactions, HeldReports held) {
        Gauge.builder("tocsin.quarantine.held", held,
                        reports -> transactions.seeing(Sight.all(), () -> reports.count("state in ('held', 'accepting')")))
                .description("Reports in quarantine on which nobody has decided")
                .register(registry);
    }
}
