package org.tocsin.migration;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Stops a start on a database that is not up to date, before anything touches its tables. The service's role can read the history of
 * migrations and nothing more of it.
 */
@ApplicationScoped
class SchemaCheck {

    private static final int BEFORE_ALL_OTHERS = 1;

    private final Flyway flyway;

    SchemaCheck(Flyway flyway) {
        this.flyway = flyway;
    }

    void start(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent starting) {
        SchemaState state = read();
        if (!state.isComplete()) {
            throw new SchemaException(state.explanation());
        }
    }

    private SchemaState read() {
        try {
            return SchemaState.of(flyway.info().all());
        } catch (FlywayException e) {
            throw new SchemaException("The database's migrations cannot be read (" + e.getMessage().lines().findFirst().orElse("no reason given")
                    + "). Check that the database is running; if it is new, run bin/migrate, then start again.");
        }
    }
}
