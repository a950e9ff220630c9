package org.tocsin.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.local.Home;
import org.tocsin.local.Port;
import org.tocsin.local.Ports;
import org.tocsin.local.Postgres;

/** Migrations on a database of their own, each test on another one. */
class MigrationsTest {

    private static final String FURTHER = "filesystem:" + Path.of("src/test/resources/migration").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> DATABASES = List.of("twice", "unread", "locked", "unfinished", "batches", "impatient");

    @TempDir
    static Path directory;

    private static Postgres postgres;

    private final List<String> said = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() {
        postgres = Postgres.start(Home.at(directory), Ports.free().of(Port.DATABASE), DATABASES);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    private Migrations migrations(String database) {
        return new Migrations(settings(database), PATIENCE, said::add);
    }

    private static MigrationSettings settings(String database) {
        return new MigrationSettings(postgres.url(database), Postgres.OWNER, Postgres.PASSWORD, Postgres.APP);
    }

    private static SchemaState asTheServiceSeesIt(String database) {
        return SchemaState.of(Flyway.configure().dataSource(postgres.url(database), Postgres.APP, Postgres.PASSWORD).load().info().all());
    }

    private static void run(String database, String... statements) throws SQLException {
        try (Connection owner = postgres.connect(database, Postgres.OWNER); Statement statement = owner.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static long number(String database, String query) throws SQLException {
        try (Connection owner = postgres.connect(database, Postgres.OWNER); Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void fileReports(String database, int number) throws SQLException {
        run(database, "insert into organisation (id, name) values ('org-a', 'One')",
                "insert into report (id, organisation_id, reference, version, state, stage, title, pressing, latest_revision, timeline_length,"
                        + " received_at, changed_at) select uuidv7(), 'org-a', n::text, 1, 'received', 'early-warning', 'Old', 0, 1, 0, now(), now()"
                        + " from generate_series(1, " + number + ") n");
    }

    @Test
    void aSecondRunAppliesNothing() {
        assertThat(migrations("twice").apply()).isPositive();
        assertThat(migrations("twice").apply()).isZero();
        assertThat(asTheServiceSeesIt("twice").isComplete()).isTrue();
    }

    @Test
    void theServiceNamesWhatIsMissingAndTakesNewerOnesForGood() {
        // Given
        Flyway.configure().dataSource(postgres.url("unread"), Postgres.OWNER, Postgres.PASSWORD)
                .placeholders(java.util.Map.of("service", Postgres.APP)).target("74.1").load().migrate();

        // When
        SchemaState before = asTheServiceSeesIt("unread");
        migrations("unread").and(FURTHER).apply();

        // Then
        assertThat(before.missing()).contains("74.2 (change in batches)").doesNotContain("74.1 (schema history)");
        assertThat(before.explanation()).startsWith("The database lacks these migrations: 74.2 (change in batches)").endsWith("Run bin/migrate, then start again.");
        assertThat(asTheServiceSeesIt("unread").isComplete()).as("a newer release's migrations are no fault").isTrue();
    }

    @Test
    void aLockThatIsHeldElsewhereIsNotWaitedForInFrontOfOthers() throws SQLException {
        // Given
        migrations("locked").apply();
        try (Connection reader = postgres.connect("locked", Postgres.OWNER); Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select count(*) from report");
            Migrations waiting = new Migrations(settings("locked"), PATIENCE, progress -> {
                said.add(progress);
                commit(reader);
            }).and(FURTHER);

            // When
            int applied = waiting.apply();

            // Then
            assertThat(said).containsExactly("Another transaction holds a lock. Trying again.");
            assertThat(applied).isEqualTo(3);
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aLockThatIsNeverGivenBackEndsTheRunWithNothingChanged() throws SQLException {
        // Given
        migrations("impatient").apply();
        try (Connection reader = postgres.connect("impatient", Postgres.OWNER); Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select count(*) from report");
            Migrations impatient = new Migrations(settings("impatient"), Duration.ZERO, said::add).and(FURTHER);

            // When, then
            assertThatThrownBy(impatient::apply).isInstanceOf(FlywayException.class);
            assertThat(number("impatient", "select count(*) from information_schema.columns where column_name = 'title_length'")).isZero();
        }
    }

    @Test
    void whatFailedOutsideATransactionIsRepeated() throws SQLException {
        // Given
        migrations("unfinished").apply();
        fileReports("unfinished", 1_200);
        // The second batch meets a row that cannot be changed.
        run("unfinished", "alter table report add column title_length integer",
                "create function stop() returns trigger language plpgsql as $$ begin raise 'stopped'; end $$",
                "create trigger stop before update on report for each row when (old.reference = '700') execute function stop()",
                "alter table report drop column title_length");

        // When
        assertThatThrownBy(() -> migrations("unfinished").and(FURTHER).apply()).isInstanceOf(FlywayException.class);
        long first = number("unfinished", "select count(*) from report where title_length is not null");
        run("unfinished", "drop trigger stop on report");
        migrations("unfinished").and(FURTHER).apply();

        // Then
        assertThat(first).isEqualTo(500);
        assertThat(number("unfinished", "select count(*) from report where title_length is null")).isZero();
        assertThat(number("unfinished", "select count(*) from pg_index where indexrelid = 'report_by_title_length'::regclass and indisvalid")).isOne();
    }

    @Test
    void batchesCommitOneByOneAndVisitEachRowOnce() throws SQLException {
        // Given
        migrations("batches").apply();
        fileReports("batches", 1_001);

        // When
        run("batches", "call change_in_batches('report', $$ update report set version = version + 1 where id = any($1) $$, 100)");

        // Then
        assertThat(number("batches", "select count(*) from report where version = 2")).isEqualTo(1_001);
        assertThat(number("batches", "select count(distinct xmin::text) from report")).isEqualTo(11);
    }
}
