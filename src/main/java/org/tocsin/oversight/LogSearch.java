package org.tocsin.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.store.Transactions;
import org.tocsin.web.overload.StepParts;
import org.tocsin.web.paging.PartSize;

/**
 * Looks through the whole log, in one statement however it is filtered. What has no place in it yet, for a moment, is not
 * found: an order by places has nowhere to put it.
 */
@ApplicationScoped
class LogSearch {

    private static final String SELECT = """
            select l.index, e.id, e.type, e.actor, e.actor_id, e.organisation_id, r.reference, e.at, e.audience,
                   p.content, p.erased_at, p.erased_why
            from audit_leaf l
            join audit_entry e on e.id = l.entry_id
            left join audit_payload p on p.entry_id = e.id
            left join report r on r.id = e.report_id
            """;

    private static final String ORDER = """

            order by l.index desc
            limit :limit""";

    private final EntityManager database;
    private final Transactions transactions;
    private final LogStates states;

    LogSearch(EntityManager database, Transactions transactions, LogStates states) {
        this.database = database;
        this.transactions = transactions;
        this.states = states;
    }

    /** @param path where the list is, for the address of the next part */
    LogPage page(Caller auditor, LogQuery query, String path) {
        List<LogItem> found = transactions.seeing(auditor.sight(), () -> find(query, query.limit() + 1));
        List<LogItem> items = found.stream().limit(query.limit()).toList();
        return new LogPage(items, found.size() > query.limit() ? query.next(path, items.get(items.size() - 1).index()) : null, states.now());
    }

    /** Writes one item. */
    interface Writing {

        void write(LogItem item) throws IOException;
    }

    /** Each step reads in a transaction of its own, so that none is open while someone reads slowly. */
    StepParts.Step each(Caller auditor, LogQuery query, Writing writing) {
        return step(auditor, query.before(null, PartSize.LARGEST), writing);
    }

    private StepParts.Step step(Caller auditor, LogQuery asked, Writing writing) {
        return () -> {
            List<LogItem> found = transactions.seeing(auditor.sight(), () -> find(asked, asked.limit()));
            for (LogItem item : found) {
                writing.write(item);
            }
            return found.size() < asked.limit() ? null
                    : step(auditor, asked.before(found.get(found.size() - 1).index(), PartSize.LARGEST), writing);
        };
    }

    @SuppressWarnings("unchecked")
    private List<LogItem> find(LogQuery query, int count) {
        Map<String, Object> values = new LinkedHashMap<>();
        String where = Stream.of(
                        on("e.report_id = :reportId", values, "reportId", query.reportId()),
                        on("e.report_id = (select id from report where reference = :report)", values, "report", query.report()),
                        on("(e.actor = :actor or e.actor_id = :actor)", values, "actor", query.actor()),
                        on("(e.type = :type or starts_with(e.type, :type || '.'))", values, "type", query.type()),
                        on("e.organisation_id = :organisation", values, "organisation", query.organisation()),
                        on("e.at >= :from", values, "from", query.from()),
                        on("e.at < :to", values, "to", query.to()),
                        on("l.index < :before", values, "before", query.before()))
                .filter(condition -> !condition.isEmpty())
                .collect(Collectors.joining("\n  and "));
        Query statement = database.createNativeQuery(SELECT + (where.isEmpty() ? "" : "where " + where) + ORDER, Tuple.class)
                .setParameter("limit", count);
        values.forEach(statement::setParameter);
        return ((List<Tuple>) statement.getResultList()).stream().map(LogSearch::item).toList();
    }

    /** A condition, if its value is there. */
    private static String on(String condition, Map<String, Object> values, String name, Object value) {
        if (value == null) {
            return "";
        }
        values.put(name, value);
        return condition;
    }

    private static LogItem item(Tuple row) {
        byte[] content = row.get("content", byte[].class);
        return new LogItem(row.get("index", Number.class).longValue(), row.get("id", UUID.class), row.get("type", String.class),
                row.get("actor", String.class), row.get("actor_id", String.class), row.get("organisation_id", String.class), row.get("reference", String.class),
                row.get("at", Instant.class), row.get("audience", String.class),
                content == null ? null : Json.tree(content).path("detail"),
                row.get("erased_at", Instant.class), row.get("erased_why", String.class));
    }
}
