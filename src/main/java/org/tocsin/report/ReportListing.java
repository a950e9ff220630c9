package org.tocsin.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tocsin.party.Caller;
import org.tocsin.store.Transactions;
import org.tocsin.web.paging.Slice;

/**
 * Lists the reports that someone may see, in one statement however they are filtered. Newest first means the order in which they came, which no
 * clock of ours can change.
 */
@ApplicationScoped
public class ReportListing {

    private static final String SELECT = """
            select r.id, r.reference, %s as version, r.state, r.stage, r.title, r.severity, r.tlp,
                   r.organisation_id, o.name as organisation_name, r.origin_operator, r.case_reference,
                   r.latest_revision, r.aware_at, r.received_at, %s as changed_at,
                   r.liaison_severity, r.pressing, r.holder, r.holder_since
            from report r
            join organisation o on o.id = r.organisation_id
            """;

    private static final String ORDER = """

            order by r.place desc
            limit :limit""";

    private static final String AFTER = "r.place < (select last.place from report last where last.id = :after)";

    private final EntityManager database;
    private final Transactions transactions;
    private final String prefix;

    ReportListing(EntityManager database, Transactions transactions,
            @ConfigProperty(name = "tocsin.instance.reference-prefix") String prefix) {
        this.database = database;
        this.transactions = transactions;
        this.prefix = prefix;
    }

    /** @param path where the list is, for the address of the next part */
    Slice<ReportItem> page(Caller caller, ReportQuery query, String path) {
        List<Tuple> found = transactions.seeing(caller.sight(), () -> find(caller, query));
        List<ReportItem> items = found.stream().map(row -> item(row, caller.seesAll())).toList();
        return Slice.of(items, query.limit(), last -> query.next(path, new ReportPlace(last.id())));
    }

    /** The first so many, whatever they are. */
    public List<ReportItem> newest(Caller caller, int most) {
        MultivaluedMap<String, String> filters = new MultivaluedHashMap<>();
        filters.putSingle("limit", Integer.toString(most));
        return page(caller, ReportQueryReader.read(caller, filters, List.of()), "/reports").items();
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> find(Caller caller, ReportQuery query) {
        Map<String, Object> values = new LinkedHashMap<>();
        String where = Stream.of(
                        // The database shows no other organisation's rows; this is the code's own check before it.
                        on("r.organisation_id = :organisation", values, "organisation",
                                caller.seesAll() ? query.organisation() : caller.ownOrganisation()),
                        on("r.state = any(:states)", values, "states", words(query.states().stream().map(State::code).collect(Collectors.toSet()))),
                        on(severity(caller) + " = any(:severities)", values, "severities", words(query.severities())),
                        on("r.stage = any(:stages)", values, "stages", words(query.stages())),
                        on("r.received_at >= :receivedFrom", values, "receivedFrom", query.received().from()),
                        on("r.received_at < :receivedTo", values, "receivedTo", query.received().to()),
                        on(changedAt(caller) + " >= :changedFrom", values, "changedFrom", query.changed().from()),
                        on(changedAt(caller) + " < :changedTo", values, "changedTo", query.changed().to()),
                        on("r.id = any(array(select id from reports_naming(:asset) as found (id)))", values, "asset", words(query.asset())),
                        on(Saying.CONDITION, values, "words", query.text() == null ? null : Saying.beginnings(query.text())),
                        on(AFTER, values, "after", query.after() == null ? null : query.after().id()))
                .filter(condition -> !condition.isEmpty())
                .collect(Collectors.joining("\n  and "));
        if (query.text() != null) {
            values.put("reference", Saying.reference(query.text(), prefix));
        }
        Query statement = database.createNativeQuery(SELECT.formatted(version(caller), changedAt(caller)) + (where.isEmpty() ? "" : "where " + where) + ORDER, Tuple.class)
                .setParameter("limit", query.limit() + 1);
        values.forEach(statement::setParameter);
        return statement.getResultList();
    }

    /** A condition, if its value is there. */
    private static String on(String condition, Map<String, Object> values, String name, Object value) {
        if (value == null) {
            return "";
        }
        values.put(name, value);
        return condition;
    }

    private static String[] words(Collection<String> words) {
        return words.isEmpty() ? null : words.toArray(String[]::new);
    }

    /** The one that counts for this reader: the liaison's own, where there is one, is not for operators. */
    private static String severity(Caller caller) {
        return caller.seesAll() ? "coalesce(r.liaison_severity, r.severity)" : "r.severity";
    }

    /** Operators are told of what they can see alone. */
    private static String version(Caller caller) {
        return caller.seesAll() ? "r.version" : "r.operator_version";
    }

    private static String changedAt(Caller caller) {
        return caller.seesAll() ? "r.changed_at" : "r.operator_changed_at";
    }

    private static ReportItem item(Tuple row, boolean all) {
        return new ReportItem(row.get("id", UUID.class), text(row, "reference"), number(row, "version"),
                State.of(text(row, "state")), text(row, "stage"), text(row, "title"), text(row, "severity"), text(row, "tlp"),
                new ReportView.OrganisationView(text(row, "organisation_id"), text(row, "organisation_name")),
                text(row, "case_reference"), number(row, "latest_revision"),
                time(row, "aware_at"), time(row, "received_at"), time(row, "changed_at"),
                all ? new ReportItem.LiaisonPart(text(row, "liaison_severity"), number(row, "pressing"), text(row, "holder"),
                        time(row, "holder_since"), text(row, "origin_operator")) : null);
    }

    private static String text(Tuple row, String column) {
        return row.get(column, String.class);
    }

    private static int number(Tuple row, String column) {
        return row.get(column, Number.class).intValue();
    }

    private static Instant time(Tuple row, String column) {
        return row.get(column, Instant.class);
    }
}
