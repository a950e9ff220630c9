package org.tocsin.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tocsin.party.Caller;
import org.tocsin.party.Organisations;
import org.tocsin.report.State;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/** Puts the queue's page together, in one transaction. */
@ApplicationScoped
class QueueReading {

    /**
     * What was received before the page was made may be committed after it. So the page counts from a little before, and
     * remembers how many it shows already.
     */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    private final TriageQueue queue;
    private final SavedViews views;
    private final HandoverDesk handovers;
    private final Organisations organisations;
    private final Transactions transactions;
    private final Now now;

    QueueReading(TriageQueue queue, SavedViews views, HandoverDesk handovers, Organisations organisations, Transactions transactions, Now now) {
        this.queue = queue;
        this.views = views;
        this.handovers = handovers;
        this.organisations = organisations;
        this.transactions = transactions;
        this.now = now;
    }

    /**
     * @param claimed the references of rows that were to be claimed just now
     * @param merged  the same of rows that were to be merged
     * @param refused why a view was not saved; null when nothing was refused
     */
    QueueSheet sheet(Caller liaison, QueueQuery query, List<String> claimed, List<String> merged, String refused) {
        Instant since = now.instant().minus(OVERLAP);
        return transactions.seeing(Sight.all(), () -> {
            List<TriageItem> found = queue.find(liaison, query, TriageQueue.PAGE + 1);
            List<TriageItem> items = found.stream().limit(TriageQueue.PAGE).toList();
            Map<State, Long> counts = queue.counts();
            return new QueueSheet(query, items,
                    Stream.of(State.values()).filter(counts::containsKey).map(state -> new QueueSheet.Count(state, counts.get(state))).toList(),
                    counts.values().stream().mapToLong(Long::longValue).sum(),
                    found.size() > items.size() ? query.address("after=" + Place.of(items.get(items.size() - 1)).written()) : null,
                    query.isFirst() ? watch(liaison, query, since) : null,
                    organisations.names().entrySet().stream().map(each -> new QueueSheet.OrganisationChoice(each.getKey(), each.getValue()))
                            .sorted(Comparator.comparing(QueueSheet.OrganisationChoice::name)).toList(),
                    views.of(liaison),
                    queue.named(claimed).stream().map(report -> ClaimResult.of(report, liaison)).toList(),
                    merged.isEmpty() ? List.of() : merged(merged),
                    handovers.offers(), refused, liaison.id());
        });
    }

    private List<ClaimResult> merged(List<String> references) {
        Map<String, String> into = queue.mergedInto(references);
        return queue.named(references).stream().map(report -> ClaimResult.merged(report, into.get(report.reference))).toList();
    }

    private String watch(Caller liaison, QueueQuery query, Instant since) {
        return QueueQuery.PATH + "/come?since=" + since + "&shown=" + queue.come(liaison, query, since)
                + (query.isUsual() ? "" : "&" + query.filters());
    }

    /** How many have come since, beside those that the page showed already. */
    long come(Caller liaison, QueueQuery query, Instant since, long shown) {
        return Math.max(0, transactions.seeing(Sight.all(), () -> queue.come(liaison, query, since)) - shown);
    }
}
