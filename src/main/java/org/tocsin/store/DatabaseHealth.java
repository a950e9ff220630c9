package org.tocsin.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means that the database answers; that it has the tables that this code was written for was seen at the start. A thread of its own looks, on a connection of
 * its own, and who asks is given what it saw last: no thread and no connection that requests could have taken is needed for that.
 */
@Readiness
@ApplicationScoped
class DatabaseHealth implements AsyncHealthCheck {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final int PATIENCE_SECONDS = 5;

    private final AgroalDataSource database;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "health");
        thread.setDaemon(true);
        return thread;
    });
    private AgroalDataSource own;
    private volatile HealthSnapshot last = new HealthSnapshot(false, "nobody has looked yet", System.nanoTime());

    DatabaseHealth(AgroalDataSource database) {
        this.database = database;
    }

    void start(@Observes StartupEvent started) {
        looking.scheduleWithFixedDelay(this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        looking.shutdownNow();
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        long now = System.nanoTime();
        HealthSnapshot seen = last;
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("Database").status(seen.isUp(now));
        return Uni.createFrom().item((seen.isUp(now) ? answer : answer.withData("reason", seen.words(now))).build());
    }

    private void look() {
        try {
            ask();
            last = new HealthSnapshot(true, "", System.nanoTime());
        } catch (SQLException | RuntimeException away) {
            last = new HealthSnapshot(false, "it does not answer", System.nanoTime());
        }
    }

    private void ask() throws SQLException {
        if (own == null) {
            own = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool
                    .maxSize(1)
                    .acquisitionTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
                    .connectionFactoryConfiguration(() -> database.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration())));
        }
        try (Connection connection = own.getConnection()) {
            if (!connection.isValid(PATIENCE_SECONDS)) {
                own.flush(AgroalDataSource.FlushMode.ALL);
                throw new SQLException("no answer within " + PATIENCE_SECONDS + " s");
            }
        }
    }
}
