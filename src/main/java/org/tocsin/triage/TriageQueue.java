package org.tocsin.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tocsin.party.Organisations;
import org.tocsin.problem.Problem;
import org.tocsin.report.Report;
import org.tocsin.report.State;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** Open reports of all organisations, most pressing first. */
@ApplicationScoped
public class TriageQueue {

    public static final int PAGE = 50;
    static final int LARGEST_PAGE = 200;

    private static final String NEXT = """
            from Report
            where state in :open
              and (pressing < :pressing
                or pressing = :pressing and receivedAt > :receivedAt
                or pressing = :pressing and receivedAt = :receivedAt and id > :id)
            order by pressing desc, receivedAt, id""";

    private final EntityManager database;
    private final Transactions transactions;
    private final Organisations organisations;

    TriageQueue(EntityManager database, Transactions transactions, Organisations organisations) {
        this.database = database;
        this.transactions = transactions;
        this.organisations = organisations;
    }

    /**
     * @param after where to go on, as an earlier page said; null to begin
     * @param limit at most this many lines, from 1 to 200
     */
    public TriagePage page(String after, int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new Problem(400, "bad-limit", "Unusable limit",
                    "limit is a number from 1 to " + LARGEST_PAGE + ".");
        }
        Place place = after == null ? Place.FIRST : Place.read(after);
        return transactions.seeing(Sight.all(), () -> {
            List<Report> found = after(place, limit + 1);
            Map<String, String> names = organisations.names();
            List<TriageItem> items = found.stream().limit(limit).map(report -> item(report, names)).toList();
            boolean more = found.size() > limit;
            return new TriagePage(items, more
                    ? "/api/v1/triage?limit=" + limit + "&after=" + Place.of(items.get(limit - 1)).written() : null);
        });
    }

    /** How many reports stand in each open state. */
    public Map<State, Long> counts() {
        return transactions.seeing(Sight.all(), () -> database.createQuery(
                        "select state, count(*) from Report where state in :open group by state", Object[].class)
                .setParameter("open", State.OPEN)
                .getResultStream()
                .collect(Collectors.toMap(row -> (State) row[0], row -> (Long) row[1])));
    }

    private List<Report> after(Place place, int limit) {
        return database.createQuery(NEXT, Report.class)
                .setParameter("open", State.OPEN)
                .setParameter("pressing", (short) place.pressing())
                .setParameter("receivedAt", place.receivedAt())
                .setParameter("id", place.id())
                .setMaxResults(limit)
                .getResultList();
    }

    private static TriageItem item(Report report, Map<String, String> names) {
        String organisation = names.get(report.organisation);
        return new TriageItem(report.id, report.reference, report.version, report.title,
                report.originOperator == null ? organisation : report.originOperator, organisation,
                report.severity, report.liaisonSeverity, report.tlp, report.stage, report.state, report.pressing,
                report.holder, report.holderSince, report.awareAt, report.receivedAt);
    }
}
