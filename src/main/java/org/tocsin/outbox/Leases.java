package org.tocsin.outbox;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.time.Now;

/**
 * Finds what is due and decides who may send it, in one statement each, in the caller's transaction.
 *
 * <p>A wait or a lease that ends in more than twice the longest there is was set by a clock that was ahead, and is over.
 */
final class Leases {

    private static final String FREE = """
            (e.next_attempt_at <= :now or e.next_attempt_at > :noWait)
            and (e.held_until is null or e.held_until <= :now or e.held_until > :noHold)
            """;

    /** The oldest of each lane, so that one with many does not hide the others. */
    private static final String DUE = """
            select lanes.destination, due.id
            from (
              select distinct %2$s as destination
              from %1$s e
              where %3$s) lanes
            cross join lateral (
              select e.id, e.next_attempt_at
              from %1$s e
              where %3$s
                and %2$s = lanes.destination
                and %5$s
                and %4$s
              order by e.next_attempt_at
              limit :most) due
            where lanes.destination not in (:closed)
            order by due.next_attempt_at""";

    private static final String TAKE = """
            update %1$s e
            set fence = e.fence + 1,
                attempts = e.attempts + 1,
                held_until = :heldUntil
            where e.id = :id
              and %3$s
              and %5$s
              and %4$s
            returning e.fence, e.attempts""";

    /** For "not in", which needs one at least; no destination is called so. */
    private static final String NO_DESTINATION = "";

    private final EntityManager database;
    private final Now now;
    private final Duration lease;
    private final Duration longestWait;
    private final String due;
    private final String take;

    Leases(EntityManager database, Now now, EntryTable table, Duration lease, Duration longestWait) {
        this.database = database;
        this.now = now;
        this.lease = lease;
        this.longestWait = longestWait;
        this.due = written(DUE, table);
        this.take = written(TAKE, table);
    }

    private static String written(String statement, EntryTable table) {
        return statement.formatted(table.name(), table.destination(), table.pending(), table.ready(), FREE);
    }

    /** By destination, those that have waited longest first. */
    @SuppressWarnings("unchecked")
    Map<String, List<UUID>> due(Collection<String> closed, int mostOfEach) {
        Instant at = now.instant();
        List<String> without = new ArrayList<>(closed);
        without.add(NO_DESTINATION);
        List<Tuple> rows = database.createNativeQuery(due, Tuple.class)
                .setParameter("now", at)
                .setParameter("noHold", at.plus(lease.multipliedBy(2)))
                .setParameter("noWait", at.plus(longestWait.multipliedBy(2)))
                .setParameter("closed", without)
                .setParameter("most", mostOfEach)
                .getResultList();
        Map<String, List<UUID>> found = new LinkedHashMap<>();
        rows.forEach(row -> found.computeIfAbsent(row.get(0, String.class), unseen -> new ArrayList<>()).add(row.get(1, UUID.class)));
        return found;
    }

    /** @return nothing when it is done, held by another, or not yet its turn */
    Optional<Lease> take(UUID entry) {
        Instant at = now.instant();
        return database.createNativeQuery(take, Tuple.class)
                .setParameter("id", entry)
                .setParameter("now", at)
                .setParameter("heldUntil", at.plus(lease))
                .setParameter("noHold", at.plus(lease.multipliedBy(2)))
                .setParameter("noWait", at.plus(longestWait.multipliedBy(2)))
                .getResultStream().map(Tuple.class::cast).findFirst()
                .map(row -> new Lease(entry, ((Tuple) row).get(0, Number.class).longValue(), ((Tuple) row).get(1, Number.class).intValue(), at));
    }

    boolean isHeld(Instant heldUntil, Instant at) {
        return heldUntil != null && heldUntil.isAfter(at) && !heldUntil.isAfter(at.plus(lease.multipliedBy(2)));
    }
}
