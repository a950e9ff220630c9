package org.tocsin.migration;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Applies the migrations that a database lacks, while the service may be running.
 *
 * <p>A statement that waits for a lock makes all later ones wait behind it. So each gives up after {@link #LOCK_TIMEOUT}, and the
 * migration is tried again.
 *
 * <p>Crash story: a migration in a transaction is there whole or not at all. One that runs in batches or concurrently leaves the
 * batches that are committed, or an invalid index, and no success in the history; it is written to be repeated, and the next run
 * repeats it from its start.
 */
public final class Migrations {

    /** Shorter than what a person notices, longer than any transaction of the service holds a lock. */
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String FORGET_UNFINISHED = """
            do $$
            begin
              if to_regclass('flyway_schema_history') is not null then
                delete from flyway_schema_history where not success;
              end if;
            end
            $$""";

    private final MigrationSettings settings;
    private final Duration patience;
    private final Consumer<String> progress;
    private final List<String> locations = new ArrayList<>(List.of("classpath:db/migration"));

    /** @param patience how long to go on trying while a lock is held elsewhere */
    public Migrations(MigrationSettings settings, Duration patience, Consumer<String> progress) {
        this.settings = settings;
        this.patience = patience;
        this.progress = progress;
    }

    /** @param location where Flyway finds further migrations, such as {@code filesystem:/srv/migrations} */
    public Migrations and(String location) {
        locations.add(location);
        return this;
    }

    /**
     * @return how many were applied
     * @throws FlywayException if one failed, or an applied one is no longer what it was
     */
    public int apply() {
        long end = System.nanoTime() + patience.toNanos();
        int applied = 0;
        while (true) {
            Flyway flyway = flyway();
            forgetUnfinished();
            int before = flyway.info().applied().length;
            try {
                applied += flyway.migrate().migrationsExecuted;
                return applied;
            } catch (FlywayException e) {
                if (!isLockTimeout(e) || System.nanoTime() > end) {
                    throw e;
                }
                applied += flyway.info().applied().length - before;
                progress.accept("Another transaction holds a lock. Trying again.");
                pause();
            }
        }
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(settings.url(), settings.ownerUser(), settings.ownerPassword())
                .locations(locations.toArray(String[]::new))
                .placeholders(Map.of("service", settings.serviceUser()))
                .initSql("set lock_timeout = '" + LOCK_TIMEOUT.toMillis() + "ms'")
                // Its lock held in a transaction would make CREATE INDEX CONCURRENTLY wait for that transaction for ever.
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load();
    }

    /** Flyway refuses to go on behind a migration that failed outside a transaction; ours are written to be repeated. */
    private void forgetUnfinished() {
        try (Connection owner = DriverManager.getConnection(settings.url(), settings.ownerUser(), settings.ownerPassword());
                Statement statement = owner.createStatement()) {
            statement.execute(FORGET_UNFINISHED);
        } catch (SQLException e) {
            throw new FlywayException("The database cannot be reached as its owner: " + e.getMessage(), e);
        }
    }

    private static boolean isLockTimeout(Throwable e) {
        return e != null && (e instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState()) || isLockTimeout(e.getCause()));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FlywayException("Interrupted", e);
        }
    }
}
