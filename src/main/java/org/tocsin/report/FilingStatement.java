package org.tocsin.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.Session;

/**
 * Writes new reports with all their rows in one round trip, however many they are. It is the one place outside the
 * audit room that writes the audit log's rows, as {@link org.tocsin.audit.Audit} drew them, and for that reason alone.
 *
 * <p>A report whose keys were used before is left out, and so is all that belongs to it.
 */
@ApplicationScoped
class FilingStatement {

    private static final String FILE = """
            with drawn as (
              select *
              from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as d (number, report_id, organisation_id, reference, state, stage, title, tlp, severity, pressing,
                      origin_peer, origin_report, origin_operator, aware_at)
            ),
            said as (
              select *
              from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as s (number, revision_id, body, digest, time_flags, skew_seconds, submitted_by, client, receipt, received_at)
            ),
            happened as (
              select *
              from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as h (number, entry_id, type, actor, actor_id, audience, detail, commitment, salt, content)
            ),
            wanted as (
              select *
              from unnest(?, ?, ?, ?, ?, ?)
                as w (number, client, kind, key, fingerprint, answer)
            ),
            fresh as (
              select d.*
              from drawn d
              where not exists (
                select from wanted w
                join submission_key used
                  on used.organisation_id = d.organisation_id
                 and used.client = w.client
                 and used.kind = w.kind
                 and used.key = w.key
                where w.number = d.number)
            ),
            claimed as (
              insert into submission_key
                (client, kind, key, organisation_id, fingerprint, report_id, answer, created_at)
              select w.client, w.kind, w.key, f.organisation_id, w.fingerprint, f.report_id, w.answer, s.received_at
              from wanted w
              join fresh f using (number)
              join said s using (number)
              -- in one order everywhere, so that two of these do not wait for each other crosswise
              order by f.organisation_id, w.client, w.kind, w.key
              on conflict do nothing
              returning report_id
            ),
            filed as (
              select f.*
              from fresh f
              where (select count(*) from claimed c where c.report_id = f.report_id)
                  = (select count(*) from wanted w where w.number = f.number)
            ),
            reports as (
              insert into report
                (id, organisation_id, reference, version, operator_version, state, stage, title, tlp, severity, pressing,
                 origin_peer, origin_report, origin_operator, latest_revision, timeline_length,
                 aware_at, received_at, changed_at, operator_changed_at)
              select f.report_id, f.organisation_id, f.reference, 1, 1, f.state, f.stage, f.title, f.tlp, f.severity, f.pressing,
                     f.origin_peer, f.origin_report, f.origin_operator, 1, 1,
                     f.aware_at, s.received_at, s.received_at, s.received_at
              from filed f
              join said s using (number)
            ),
            revisions as (
              insert into revision
                (id, report_id, organisation_id, number, stage, body, digest, time_flags, skew_seconds,
                 submitted_by, client, received_at, receipt)
              select s.revision_id, f.report_id, f.organisation_id, 1, f.stage, s.body, s.digest, s.time_flags, s.skew_seconds,
                     s.submitted_by, s.client, s.received_at, s.receipt
              from filed f
              join said s using (number)
            ),
            steps as (
              insert into timeline (report_id, number, organisation_id, type, actor, audience, at, detail)
              select f.report_id, 1, f.organisation_id, h.type, h.actor, h.audience, s.received_at, h.detail
              from filed f
              join said s using (number)
              join happened h using (number)
            ),
            entries as (
              insert into audit_entry (id, organisation_id, report_id, type, actor, actor_id, audience, at, commitment)
              select h.entry_id, f.organisation_id, f.report_id, h.type, h.actor, h.actor_id, h.audience, s.received_at, h.commitment
              from filed f
              join said s using (number)
              join happened h using (number)
            ),
            payloads as (
              insert into audit_payload (entry_id, organisation_id, audience, salt, content)
              select h.entry_id, f.organisation_id, h.audience, h.salt, h.content
              from filed f
              join happened h using (number)
            )
            select d.number,
                   d.number in (select number from filed),
                   d.report_id in (select report_id from claimed)
            from drawn d""";

    private final EntityManager database;

    FilingStatement(EntityManager database) {
        this.database = database;
    }

    /**
     * In the caller's transaction.
     *
     * @return the places in the list of those that were written; the others' keys were used before
     * @throws HalfClaimed when one key of a report was free and another is being taken: the transaction must not commit
     */
    Set<Integer> file(List<Ready> ready) {
        return database.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FILE)) {
                bind(new Columns(connection, statement), ready);
                return written(statement);
            }
        });
    }

    private static Set<Integer> written(PreparedStatement statement) throws SQLException {
        Set<Integer> filed = new HashSet<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                boolean isFiled = rows.getBoolean(2);
                if (isFiled) {
                    filed.add(rows.getInt(1));
                } else if (rows.getBoolean(3)) {
                    throw new HalfClaimed();
                }
            }
        }
        return filed;
    }

    /** The transaction holds one of a report's keys and not the other. */
    static final class HalfClaimed extends RuntimeException {
    }

    private static void bind(Columns columns, List<Ready> ready) throws SQLException {
        List<Numbered<Report>> reports = numbered(ready, each -> each.drawn().filed().report());
        columns.add("int4", reports, Numbered::number);
        columns.add("uuid", reports, each -> each.value().id);
        columns.add("text", reports, each -> each.value().organisation);
        columns.add("text", reports, each -> each.value().reference);
        columns.add("text", reports, each -> each.value().state.code());
        columns.add("text", reports, each -> each.value().stage);
        columns.add("text", reports, each -> each.value().title);
        columns.add("text", reports, each -> each.value().tlp);
        columns.add("text", reports, each -> each.value().severity);
        columns.add("int2", reports, each -> each.value().pressing);
        columns.add("text", reports, each -> each.value().originPeer);
        columns.add("uuid", reports, each -> each.value().originReport);
        columns.add("text", reports, each -> each.value().originOperator);
        columns.add("timestamptz", reports, each -> moment(each.value().awareAt));

        List<Numbered<Revision>> revisions = numbered(ready, each -> each.drawn().filed().revision());
        columns.add("int4", revisions, Numbered::number);
        columns.add("uuid", revisions, each -> each.value().id);
        columns.bytes(revisions, each -> each.value().body);
        columns.bytes(revisions, each -> each.value().digest);
        columns.add("text", revisions, each -> each.value().timeFlags);
        columns.add("numeric", revisions, each -> each.value().skewSeconds);
        columns.add("text", revisions, each -> each.value().submittedBy);
        columns.add("text", revisions, each -> each.value().client);
        columns.add("text", revisions, each -> each.value().receipt);
        columns.add("timestamptz", revisions, each -> moment(each.value().receivedAt));

        List<Numbered<Timeline.Step>> steps = numbered(ready, each -> each.drawn().step());
        columns.add("int4", steps, Numbered::number);
        columns.add("uuid", steps, each -> each.value().audit().entry().id);
        columns.add("text", steps, each -> each.value().entry().type);
        columns.add("text", steps, each -> each.value().entry().actor);
        columns.add("text", steps, each -> each.value().audit().entry().actorId);
        columns.add("text", steps, each -> each.value().entry().audience);
        columns.add("text", steps, each -> each.value().entry().detail);
        columns.bytes(steps, each -> each.value().audit().entry().commitment);
        columns.bytes(steps, each -> each.value().audit().payload().salt);
        columns.bytes(steps, each -> each.value().audit().payload().content);

        List<Numbered<Wanted>> keys = numbered(ready, each -> each).stream()
                .flatMap(each -> each.value().keys().stream().map(key -> new Numbered<>(each.number(), new Wanted(each.value(), key))))
                .toList();
        columns.add("int4", keys, Numbered::number);
        columns.add("text", keys, each -> each.value().ready().arrival().keyOwner());
        columns.add("text", keys, each -> each.value().key().kind());
        columns.add("text", keys, each -> each.value().key().value());
        columns.bytes(keys, each -> each.value().ready().first().fingerprint());
        columns.bytes(keys, each -> each.value().ready().first().answer());
    }

    private record Wanted(Ready ready, SubmissionKey key) {
    }

    private record Numbered<T>(int number, T value) {
    }

    private static <T> List<Numbered<T>> numbered(List<Ready> ready, Function<Ready, T> part) {
        return java.util.stream.IntStream.range(0, ready.size())
                .mapToObj(i -> new Numbered<>(i, part.apply(ready.get(i))))
                .toList();
    }

    private static Object moment(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** Binds one parameter after the other, each the values of a column. */
    private static final class Columns {

        private final Connection connection;
        private final PreparedStatement statement;
        private int bound;

        Columns(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        <T> void add(String type, List<T> rows, Function<T, Object> value) throws SQLException {
            statement.setArray(++bound, connection.createArrayOf(type, rows.stream().map(value).toArray()));
        }

        <T> void bytes(List<T> rows, Function<T, byte[]> value) throws SQLException {
            statement.setArray(++bound, connection.createArrayOf("bytea", rows.stream().map(value).toArray(byte[][]::new)));
        }
    }
}
