package org.tocsin.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tocsin.delivery.channel.Parcel;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/**
 * Decides who may send. A lane is one report's way to one destination: in it, a delivery waits until
 * the earlier revisions have arrived; no lane waits for another.
 *
 * <p>Crash story: the claim and the beginning of the attempt are committed before anything is sent.
 * If we crash after that, the attempt stands without an end, and when the lease has run out another
 * claim is made with the next fence. It sends the same bytes under the same delivery id, so the
 * destination answers with its first receipt if it had already accepted them.
 *
 * <p>A wait or a lease that ends in more than twice the longest there is was set by a clock that was ahead, and is over.
 */
@ApplicationScoped
class Claims {

    private static final String TAKE = """
            update delivery d
            set fence = d.fence + 1,
                attempts = d.attempts + 1,
                held_until = :heldUntil
            where d.id = :id
              and d.state = 'pending'
              and (d.next_attempt_at <= :now or d.next_attempt_at > :noWait)
              and (d.held_until is null or d.held_until <= :now or d.held_until > :noHold)
              and not exists (
                select from delivery earlier
                where earlier.report_id = d.report_id
                  and earlier.destination = d.destination
                  and (earlier.revision_number, earlier.notice) < (d.revision_number, d.notice)
                  and earlier.state = 'pending')
            returning d.fence""";

    private final EntityManager database;
    private final Transactions transactions;
    private final Now now;
    private final Duration lease;
    private final Duration longestWait;
    private final Duration waitInLane;

    Claims(EntityManager database, Transactions transactions, Now now, Pace pace) {
        this.database = database;
        this.transactions = transactions;
        this.now = now;
        this.lease = pace.lease();
        this.longestWait = pace.lastRetry();
        this.waitInLane = pace.firstRetry().dividedBy(2);
    }

    /** @return nothing when it is done, held by another, or not yet its turn */
    Optional<Claim> take(UUID delivery) {
        return transactions.seeing(Sight.all(), () -> {
            Instant start = now.instant();
            Optional<?> fence = database.createNativeQuery(TAKE)
                    .setParameter("id", delivery)
                    .setParameter("now", start)
                    .setParameter("heldUntil", start.plus(lease))
                    .setParameter("noHold", start.plus(lease.multipliedBy(2)))
                    .setParameter("noWait", start.plus(longestWait.multipliedBy(2)))
                    .getResultStream().findFirst();
            return fence.map(number -> begin(delivery, ((Number) number).longValue(), start));
        });
    }

    /** @return when to look at it again; nothing when it is done */
    Optional<Instant> nextWake(UUID id) {
        return transactions.seeing(Sight.all(), () -> {
            Delivery delivery = database.find(Delivery.class, id);
            if (!delivery.state.equals(Delivery.PENDING)) {
                return Optional.empty();
            }
            Instant soonest = now.instant().plus(waitInLane);
            Instant latest = now.instant().plus(longestWait.compareTo(lease) > 0 ? longestWait : lease);
            return Stream.of(soonest, delivery.nextAttemptAt, delivery.heldUntil)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .map(wake -> wake.isAfter(latest) ? soonest : wake);
        });
    }

    private Claim begin(UUID id, long fence, Instant start) {
        Delivery delivery = database.find(Delivery.class, id);
        DeliveryAttempt attempt = new DeliveryAttempt();
        attempt.delivery = id;
        attempt.number = delivery.attempts;
        attempt.organisation = delivery.organisation;
        attempt.startedAt = start;
        database.persist(attempt);
        return new Claim(id, delivery.report, fence, delivery.attempts,
                new Parcel(id, delivery.destination, delivery.document));
    }
}
