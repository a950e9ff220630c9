package org.tocsin.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;

/** Ready means that the database has the tables that this code was written for; once it has, it keeps them. */
@Readiness
@ApplicationScoped
class MigrationsHealth implements HealthCheck {

    private final Flyway flyway;
    private volatile boolean applied;

    MigrationsHealth(Flyway flyway) {
        this.flyway = flyway;
    }

    @Override
    public HealthCheckResponse call() {
        if (!applied) {
            applied = flyway.info().pending().length == 0;
        }
        return HealthCheckResponse.named("Database migrations").status(applied).build();
    }
}
