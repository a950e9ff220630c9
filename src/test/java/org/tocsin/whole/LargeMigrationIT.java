package org.tocsin.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.local.Await;
import org.tocsin.local.Postgres;

/**
 * A migration changes every report and builds an index while the packaged service accepts more of them; it is killed in the middle and
 * run again. How many reports there are before: {@code bin/test -Dtocsin.migration.reports=1000000}.
 */
class LargeMigrationIT {

    private static final int REPORTS = Integer.getInteger("tocsin.migration.reports", 50_000);
    private static final int SENDERS = 2;
    private static final int ENOUGH = 5;
    private static final String OLD = "organisation-of-old-reports";

    @TempDir
    Path directory;

    private final List<Process> started = new ArrayList<>();
    private final String url = Running.stack().database().url("tocsin");

    @Test
    void itIsFinishedAfterAKillAndReportsAreAcceptedThroughout() throws Exception {
        // Given
        run("insert into organisation (id, name) values ('" + OLD + "', 'Old')",
                "insert into report (id, organisation_id, reference, version, state, stage, title, pressing, latest_revision, timeline_length,"
                        + " received_at, changed_at) select uuidv7(), '" + OLD + "', 'OLD-' || n, 1, 'received', 'early-warning', repeat('x', n % 100), 0, 1, 0,"
                        + " now(), now() from generate_series(1, " + REPORTS + ") n");
        Senders senders = new Senders(Running.stack().tocsin().address(), Running.tokens(), SENDERS);
        Await.until("reports are accepted", () -> senders.receipts().size() >= ENOUGH);
        Path log = directory.resolve("migrations.log");

        // When
        Process killed = started(log);
        Await.until("some batches are committed", () -> hasColumn() && number("select count(*) from (select from report"
                + " where organisation_id = '" + OLD + "' and title_length is not null limit 1000) first_ones") >= 1000);
        killed.destroyForcibly().waitFor();
        long left = number("select count(*) from report where title_length is null");
        int before = senders.receipts().size();
        Process again = started(log);
        Await.until("reports are accepted meanwhile", () -> senders.receipts().size() >= before + ENOUGH || !again.isAlive());
        boolean meanwhile = again.isAlive();
        boolean ended = again.waitFor(10, TimeUnit.MINUTES);
        int after = senders.receipts().size();
        Await.until("reports are accepted afterwards", () -> senders.receipts().size() >= after + ENOUGH);
        senders.stop();

        // Then
        assertThat(ended && again.exitValue() == 0).as(Files.readString(log)).isTrue();
        assertThat(left).as("killed in the middle").isPositive();
        assertThat(meanwhile).as("reports were accepted before the second run ended").isTrue();
        assertThat(number("select count(*) from report where title_length is distinct from length(title)")).isZero();
        assertThat(number("select count(*) from pg_index where indexrelid = 'report_by_title_length'::regclass and indisvalid")).isOne();
        System.out.printf("Migrated %d reports, %d left after the kill; %d accepted meanwhile, %d asked for again%n",
                REPORTS, left, senders.receipts().size(), senders.repeats());
    }

    private Process started(Path log) throws IOException {
        Process process = TestOnlyMigrations.start(url, log);
        started.add(process);
        return process;
    }

    /** The other tests have the schema that the service was built for. */
    @AfterEach
    void takeBack() throws Exception {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
        run("drop index if exists report_by_title_length", "drop trigger if exists report_title_length on report",
                "drop function if exists report_title_length", "alter table report drop column if exists title_length",
                "delete from flyway_schema_history where version like '900%'",
                "delete from report where organisation_id = '" + OLD + "'", "delete from organisation where id = '" + OLD + "'");
    }

    private boolean hasColumn() {
        return number("select count(*) from information_schema.columns where column_name = 'title_length'") == 1;
    }

    private static void run(String... statements) throws SQLException {
        try (Connection owner = Running.stack().database().connect("tocsin", Postgres.OWNER); Statement statement = owner.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static long number(String query) {
        try (Connection owner = Running.stack().database().connect("tocsin", Postgres.OWNER); Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
