package org.tocsin.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.tocsin.store.SharedCommit;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/**
 * Files new submissions of one organisation that arrive together in one transaction: one statement and one wait for
 * the disk for all of them. Repeats are left to {@link LoneFiling}.
 *
 * <p>Crash story: nobody is answered before the common commit. Before it there is none of the reports, after it all of
 * them, each with its keys; whoever got no answer sends again and finds either.
 */
@ApplicationScoped
class JointFiling {

    /** Enough to spread the cost of a commit; few enough that nobody waits long for the others. */
    static final int TOGETHER = 100;

    private final Transactions transactions;
    private final Filing filing;
    /** By organisation: what one may write the other may not see. */
    private final Map<String, SharedCommit<Ready, Optional<Accepted>>> commits = new ConcurrentHashMap<>();

    JointFiling(Transactions transactions, Filing filing) {
        this.transactions = transactions;
        this.filing = filing;
    }

    /** @return nothing when it may be a repeat, and was not written */
    Optional<Accepted> file(Ready ready) {
        String organisation = ready.arrival().organisation();
        return commits.computeIfAbsent(organisation, id -> new SharedCommit<>(TOGETHER, all -> file(id, all))).bring(ready);
    }

    /**
     * Each all or nothing on its own, whatever becomes of the others.
     *
     * @param ready at most {@value #TOGETHER}, all of the organisation
     * @return for each, in the same order, nothing when it may be a repeat and was not written
     */
    List<Optional<Accepted>> file(String organisation, List<Ready> ready) {
        List<Ready> first = firstOfEachKey(ready);
        Set<Ready> filed = written(organisation, first);
        return ready.stream().map(each -> filed.contains(each) ? Optional.of(each.accepted()) : Optional.<Accepted>empty()).toList();
    }

    private Set<Ready> written(String organisation, List<Ready> ready) {
        try {
            return transactions.impatiently(Sight.own(organisation), () -> {
                try {
                    Set<Integer> filed = filing.open(ready);
                    Set<Ready> written = new HashSet<>();
                    filed.forEach(place -> written.add(ready.get(place)));
                    return written;
                } catch (PersistenceException | FilingStatement.HalfClaimed refused) {
                    throw new NotTogether(refused);
                }
            });
        } catch (NotTogether rolledBack) {
            // One of them cannot be written now, perhaps because its twin is being filed elsewhere. Each for itself:
            // the others are filed then, and that one hears what is wrong.
            return Set.of();
        }
    }

    /** Of two with the same key only the first can be new. */
    private static List<Ready> firstOfEachKey(List<Ready> ready) {
        Set<List<Object>> seen = new HashSet<>();
        return IntStream.range(0, ready.size())
                .mapToObj(ready::get)
                .filter(each -> each.keys().stream().map(key -> List.<Object>of(each.arrival().keyOwner(), key)).allMatch(seen::add))
                .toList();
    }

    /** A statement was refused before the commit: it is certain that nothing of it is stored. */
    private static final class NotTogether extends RuntimeException {

        NotTogether(RuntimeException cause) {
            super(cause);
        }
    }
}
