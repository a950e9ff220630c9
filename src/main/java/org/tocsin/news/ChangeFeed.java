package org.tocsin.news;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tocsin.problem.Problem;
import org.tocsin.report.TimelineSentences;
import org.tocsin.report.TimelineView;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.web.WireWords;

/** Reads parts of the changes as they are shown. */
@ApplicationScoped
class ChangeFeed {

    /** @param query goes on behind the last of the items */
    record Part(FeedQuery query, List<ChangeView> items, boolean more) {

        ChangePage page() {
            return new ChangePage(items, query.url(), more);
        }
    }

    private final Transactions transactions;
    private final Changes changes;
    private final TimelineSentences sentences;

    ChangeFeed(Transactions transactions, Changes changes, TimelineSentences sentences) {
        this.transactions = transactions;
        this.changes = changes;
        this.sentences = sentences;
    }

    /**
     * @throws Problem 400 for a place beyond the last: we cannot have given it, unless our database is an older one now; 410 for one behind
     *                 which changes have been removed
     */
    Part read(FeedQuery query) {
        return transactions.seeing(query.sight(), () -> {
            long last = changes.last(query.sight());
            if (query.after() == null) {
                return new Part(query.from(new Cursor(query.sight(), last)), List.of(), false);
            }
            Cursor after = query.after().isOldest() ? oldest(query.sight()) : query.after();
            if (after.after() > last) {
                throw Cursor.notGiven();
            }
            if (after.after() < changes.pruned(query.sight())) {
                throw Cursor.pruned();
            }
            List<Change> found = changes.of(query.sight(), after.after(), query.limit() + 1);
            List<Change> shown = found.size() > query.limit() ? found.subList(0, query.limit()) : found;
            Cursor end = shown.isEmpty() ? after : Cursor.behind(query.sight(), shown.get(shown.size() - 1));
            return new Part(query.from(end), shown.stream().map(change -> view(query.sight(), change)).toList(),
                    found.size() > query.limit());
        });
    }

    private Cursor oldest(Sight sight) {
        return new Cursor(sight, Math.max(Cursor.first(sight).after(), changes.pruned(sight)));
    }

    /** Where the changes end now, for each of these. */
    Map<Sight, Long> ends(Collection<Sight> sights) {
        return transactions.seeing(Sight.all(), () -> {
            List<String> organisations = sights.stream().filter(Sight.Own.class::isInstance)
                    .map(own -> ((Sight.Own) own).organisation()).toList();
            Map<String, Long> own = organisations.isEmpty() ? Map.of() : changes.lastOf(organisations);
            long all = sights.contains(Sight.all()) ? changes.lastLeaf() : Changes.BEFORE_ALL;
            return sights.stream().collect(Collectors.toMap(sight -> sight,
                    sight -> sight instanceof Sight.Own one ? own.getOrDefault(one.organisation(), 0L) : Long.valueOf(all)));
        });
    }

    private ChangeView view(Sight sight, Change change) {
        return new ChangeView(change.id(), change.type(), summary(change), change.at(), change.organisation(),
                new ChangeView.ChangedReport(change.report(), change.reference(), change.version(), change.state()),
                change.detail(), Cursor.behind(sight, change).written());
    }

    /** What has been erased cannot be told in full: then its type alone. */
    private String summary(Change change) {
        return change.detail() == null ? WireWords.spoken(change.type().replace('.', '-'))
                : sentences.of(new TimelineView(0, change.type(), change.actor(), false, change.at(), change.detail()));
    }
}
