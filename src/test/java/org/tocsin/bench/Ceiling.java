package org.tocsin.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.tocsin.store.Ids;

/** What the database can do at most: a bare loop that commits the rows of some reports as three statements for each. */
final class Ceiling implements Load.Client {

    private static final String REPORT = """
            with filed as (
              insert into report (id, organisation_id, reference, version, state, stage, title, pressing,
                                  latest_revision, timeline_length, aware_at, received_at, changed_at)
              values (?, 'org-a', ?, 1, 'received', 'early-warning', 'Bench', 60, 1, 1, ?, ?, ?)
            )
            insert into revision (id, report_id, organisation_id, number, stage, body, digest, time_flags,
                                  submitted_by, client, received_at, receipt)
            values (?, ?, 'org-a', 1, 'early-warning', ?, ?, '[]', 'bench', 'bench', ?, ?)""";
    private static final String TIMELINE = """
            insert into timeline (report_id, number, organisation_id, type, actor, audience, at, detail)
            values (?, 1, 'org-a', 'report.received', 'bench', 'operator', ?, ?)""";
    private static final String AUDIT = """
            with entry as (
              insert into audit_entry (id, organisation_id, report_id, type, actor, audience, at, commitment)
              values (?, 'org-a', ?, 'report.received', 'bench', 'operator', ?, ?)
            )
            insert into audit_payload (entry_id, organisation_id, audience, salt, content)
            values (?, 'org-a', 'operator', ?, ?)""";

    private static final byte[] HASH = new byte[32];
    private static final String RECEIPT = "r".repeat(480);
    private static final String DETAIL = "d".repeat(160);

    private final Connection database;
    private final byte[] body;
    private final int each;
    private final PreparedStatement report;
    private final PreparedStatement timeline;
    private final PreparedStatement audit;

    /** @param each so many reports share a commit; their statements go to the database as batches */
    Ceiling(Connection database, byte[] body, int each) throws SQLException {
        this.database = database;
        this.body = body;
        this.each = each;
        database.setAutoCommit(false);
        report = database.prepareStatement(REPORT);
        timeline = database.prepareStatement(TIMELINE);
        audit = database.prepareStatement(AUDIT);
    }

    @Override
    public boolean once() throws SQLException {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        for (int i = 0; i < each; i++) {
            UUID id = Ids.next();
            UUID entry = Ids.next();
            add(report, id, "BENCH-" + id, now, now, now, Ids.next(), id, body, HASH, now, RECEIPT);
            add(timeline, id, now, DETAIL);
            add(audit, entry, id, now, HASH, entry, HASH, DETAIL.getBytes(StandardCharsets.US_ASCII));
        }
        for (PreparedStatement statement : new PreparedStatement[] {report, timeline, audit}) {
            statement.executeBatch();
        }
        database.commit();
        return true;
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
