package org.tocsin.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.tocsin.local.Postgres;

/** The log's rows, past the service. */
final class LogRows implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

    private final Postgres postgres;
    private final Connection database;

    LogRows(Postgres postgres) throws SQLException {
        this.postgres = postgres;
        database = postgres.connect("tocsin", Postgres.OWNER);
    }

    /** Keeps the row to itself until it is closed: the log does not get further than the step that needs it. */
    Connection hold(String table) throws SQLException {
        Connection held = postgres.connect("tocsin", Postgres.OWNER);
        held.setAutoCommit(false);
        try (Statement lock = held.createStatement()) {
            lock.execute("select from " + table + " for update");
        }
        return held;
    }

    /** As acts leave entries behind, so many in one commit. */
    void commit(int entries) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("insert into audit_entry (id, type, actor, audience, at, commitment) "
                    + "select gen_random_uuid(), 'bench.entry', 'bench', 'internal', now(), sha256(gen_random_uuid()::text::bytea) "
                    + "from generate_series(1, " + entries + ")");
        }
    }

    /** What the database would do by itself a while later, beside whatever is measured then. */
    void tidy() throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("vacuum (analyze) audit_entry, audit_leaf, audit_tile, audit_pending");
        }
    }

    long signed() throws SQLException {
        return number("select coalesce(max(size), 0) from audit_checkpoint");
    }

    /** Until a checkpoint covers everything. */
    void awaitSigned() throws SQLException {
        await("select (not exists (select from audit_pending) and (select next_index from audit_sequence) = "
                + "(select coalesce(max(size), 0) from audit_checkpoint))::int");
    }

    /** Until a checkpoint covers so many leaves. */
    void awaitSigned(long size) throws SQLException {
        await("select (coalesce(max(size), 0) >= " + size + ")::int from audit_checkpoint");
    }

    private void await(String condition) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE;
        while (number(condition) == 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The log does not get on: " + condition);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private long number(String query) throws SQLException {
        try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
