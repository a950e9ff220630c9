package org.tocsin.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tocsin.incident.Incidents;
import org.tocsin.party.Caller;
import org.tocsin.report.Report;
import org.tocsin.report.State;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.web.paging.Slice;

/** Reports of all organisations, most pressing first. Each question to the database is one statement, however it is filtered. */
@ApplicationScoped
public class TriageQueue {

    public static final int PAGE = 50;

    /**
     * The reports of a page first, then what is shown of them: so many thousands that fit cost no more than those that are shown.
     * What a revision says in a word is found in its canonical form (RFC 8785), which has one spelling: within a string its quotes are escaped.
     */
    private static final String PAGE_OF_LINES = """
            select r.id, r.reference, r.version, r.title, coalesce(r.origin_operator, o.name) as operator, o.name as organisation,
                   r.severity, r.liaison_severity, r.tlp, r.stage, r.state, r.pressing, r.holder, r.holder_id, r.holder_since,
                   r.aware_at, r.received_at, r.latest_revision,
                   exists (select from on_behalf b where b.report_id = r.id) as on_behalf,
                   (select count(*) from incident_part p where p.lead_id = r.id) as together,
                   sent.failing, sent.pending, sent.given_up, sent.some, said.ongoing, said.attack, said.help,
                   exists (select from question q where q.report_id = r.id and q.state = 'answered' and q.answered_at = r.changed_at) as answered
            from (
              select * from report r
              %s
              order by r.pressing desc, r.place
              limit :limit) r
            join organisation o on o.id = r.organisation_id
            left join lateral (
              select position('"ongoing":true'::bytea in v.body) > 0 as ongoing,
                     position('"suspectedMalicious":"yes"'::bytea in v.body) > 0 as attack,
                     position('"helpRequested":true'::bytea in v.body) > 0 as help
              from revision v
              where v.report_id = r.id and v.number = r.latest_revision) said on true
            left join lateral (
              select bool_or(d.state = 'pending' and d.attempts > 0 and d.held_until is null) as failing,
                     bool_or(d.state = 'pending') as pending,
                     bool_or(d.state = 'given-up') as given_up,
                     count(*) > 0 as some
              from delivery d
              where d.report_id = r.id
                and d.revision_number = (select max(l.revision_number) from delivery l where l.report_id = r.id)) sent on true
            order by r.pressing desc, r.place""";

    /**
     * What came, or came back, comes first, and by itself: it is little, mostly nothing, and then nobody looks for the reports that say
     * this or that.
     */
    private static final String COME_SINCE = """
            select count(*)
            from (
              select * from report
              where id in (select e.report_id
                           from audit_entry e
                           where e.at > :since and e.type in ('report.received', 'report.revised', 'report.reopened', 'question.answered'))
              offset 0) r
            """;

    private static final String INTO = """
            select r.reference, i.reference as named
            from report r
            join incident_part p on p.report_id = r.id
            join report i on i.id = p.into_id
            where r.reference = any(:references)""";

    private static final String COUNTS = "select r.state, count(*) as reports from report r\nwhere " + QueueConditions.OPEN
            + "\n  and not " + Incidents.FOLDED + "\ngroup by r.state";

    private final EntityManager database;
    private final Transactions transactions;
    private final String prefix;

    TriageQueue(EntityManager database, Transactions transactions,
            @ConfigProperty(name = "tocsin.instance.reference-prefix") String prefix) {
        this.database = database;
        this.transactions = transactions;
        this.prefix = prefix;
    }

    /**
     * All that is open, for machines.
     *
     * @param after where to go on, as an earlier page said; null to begin
     * @param limit at most this many lines
     */
    public Slice<TriageItem> page(Caller liaison, String after, int limit) {
        QueueQuery query = QueueQuery.open(after == null ? Place.FIRST : Place.read(after));
        List<TriageItem> found = transactions.seeing(Sight.all(), () -> find(liaison, query, limit + 1));
        return Slice.of(found, limit, last -> "/api/v1/triage?limit=" + limit + "&after=" + Place.of(last).written());
    }

    /** Within the caller's transaction, as are the others below. */
    List<TriageItem> find(Caller liaison, QueueQuery query, int limit) {
        QueueConditions conditions = QueueConditions.of(liaison, query, prefix);
        Query statement = database.createNativeQuery(PAGE_OF_LINES.formatted(conditions.where()), Tuple.class).setParameter("limit", limit);
        return rows(conditions.set(statement)).stream().map(TriageQueue::item).toList();
    }

    /** How many that fit have come, or come back, since. */
    long come(Caller liaison, QueueQuery query, Instant since) {
        QueueConditions conditions = QueueConditions.of(liaison, query, prefix);
        Query statement = database.createNativeQuery(COME_SINCE + conditions.where()).setParameter("since", since);
        return ((Number) conditions.set(statement).getSingleResult()).longValue();
    }

    /** How many reports stand in each open state, as the queue shows them. */
    Map<State, Long> counts() {
        return rows(database.createNativeQuery(COUNTS, Tuple.class)).stream()
                .collect(Collectors.toMap(row -> State.of(text(row, "state")), row -> row.get("reports", Number.class).longValue()));
    }

    /** These reports as the queue shows them, in its order, whether they are in it or not. */
    List<TriageItem> lines(List<String> references) {
        return references.isEmpty() ? List.of() : rows(database.createNativeQuery(PAGE_OF_LINES.formatted("where r.reference = any(:references)"), Tuple.class)
                .setParameter("references", references.toArray(String[]::new)).setParameter("limit", PAGE)).stream().map(TriageQueue::item).toList();
    }

    /** The reference of what each is handled with, by its own; nothing of those that are handled by themselves. */
    Map<String, String> mergedInto(List<String> references) {
        return rows(database.createNativeQuery(INTO, Tuple.class).setParameter("references", references.toArray(String[]::new))).stream()
                .collect(Collectors.toMap(row -> text(row, "reference"), row -> text(row, "named")));
    }

    /** As they stand now, in the order of their references. */
    List<Report> named(List<String> references) {
        return references.isEmpty() ? List.of() : database.createQuery("from Report where reference in :references order by reference", Report.class)
                .setParameter("references", references)
                .getResultList();
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(Query statement) {
        return statement.getResultList();
    }

    private static TriageItem item(Tuple row) {
        return new TriageItem(row.get("id", UUID.class), text(row, "reference"), number(row, "version"), text(row, "title"),
                text(row, "operator"), text(row, "organisation"), text(row, "severity"), text(row, "liaison_severity"),
                text(row, "tlp"), text(row, "stage"), State.of(text(row, "state")), number(row, "pressing"),
                text(row, "holder"), text(row, "holder_id"), row.get("holder_since", Instant.class), row.get("aware_at", Instant.class),
                row.get("received_at", Instant.class), number(row, "latest_revision"),
                Sending.of(is(row, "failing"), is(row, "pending"), is(row, "given_up"), is(row, "some")), is(row, "on_behalf"),
                number(row, "together"), QueueMark.of(is(row, "ongoing"), is(row, "attack"), is(row, "help"), is(row, "answered")));
    }

    private static String text(Tuple row, String column) {
        return row.get(column, String.class);
    }

    private static int number(Tuple row, String column) {
        return row.get(column, Number.class).intValue();
    }

    private static boolean is(Tuple row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }
}
