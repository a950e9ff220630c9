package org.tocsin.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.tocsin.party.Compromise;
import org.tocsin.party.Means;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.ClockWatch;
import org.tocsin.time.Now;
import org.tocsin.time.RetryPlan;

/**
 * Decides who may send which notice, and whether it is still to be sent at all; writes down how it went.
 *
 * <p>Crash story: the claim is committed before anything is sent. If we crash after that, the notice stays pending
 * and held; when the lease has run out it is claimed again with the next fence and sent again, a mail under the
 * same Message-ID, a ring under the same id.
 *
 * <p>A wait or a lease that ends in more than twice the longest there is was set by a clock that was ahead, and is over. While the
 * clock is in doubt no notice is too old to be tried again.
 */
@ApplicationScoped
class NoticeClaims {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration GIVE_UP = Duration.ofHours(72);
    private static final int DUE_AT_ONCE = 100;

    private static final String DUE = """
            select id from notice
            where state = 'pending'
              and (next_attempt_at <= :now or next_attempt_at > :noWait)
              and (held_until is null or held_until <= :now or held_until > :noHold)
            order by case when purpose in ('ring', 'clock') then 0 else 1 end, next_attempt_at""";

    private static final String TAKE = """
            update notice
            set fence = fence + 1,
                attempts = attempts + 1,
                held_until = :heldUntil
            where id = :id
              and state = 'pending'
              and (next_attempt_at <= :now or next_attempt_at > :noWait)
              and (held_until is null or held_until <= :now or held_until > :noHold)
            returning fence""";

    private final EntityManager database;
    private final Transactions transactions;
    private final Compromise compromise;
    private final Now now;
    private final ClockWatch clock;
    private final RetryPlan plan = new RetryPlan(Duration.ofSeconds(5), LONGEST_WAIT);

    NoticeClaims(EntityManager database, Transactions transactions, Compromise compromise, Now now, ClockWatch clock) {
        this.database = database;
        this.transactions = transactions;
        this.compromise = compromise;
        this.now = now;
        this.clock = clock;
    }

    /** Rings first. */
    List<UUID> due() {
        Instant at = now.instant();
        return transactions.seeing(Sight.all(), () -> database.createNativeQuery(DUE, UUID.class)
                .setParameter("now", at)
                .setParameter("noHold", at.plus(LEASE.multipliedBy(2)))
                .setParameter("noWait", at.plus(LONGEST_WAIT.multipliedBy(2)))
                .setMaxResults(DUE_AT_ONCE)
                .getResultStream().map(UUID.class::cast).toList());
    }

    /** @return nothing when it is done, held by another, or not to be sent any more */
    Optional<NoticeClaim> take(UUID id) {
        return transactions.seeing(Sight.all(), () -> {
            Instant at = now.instant();
            Optional<?> fence = database.createNativeQuery(TAKE)
                    .setParameter("id", id)
                    .setParameter("now", at)
                    .setParameter("heldUntil", at.plus(LEASE))
                    .setParameter("noHold", at.plus(LEASE.multipliedBy(2)))
                    .setParameter("noWait", at.plus(LONGEST_WAIT.multipliedBy(2)))
                    .getResultStream().findFirst();
            return fence.flatMap(number -> stillWanted(database.find(Notice.class, id), at));
        });
    }

    private Optional<NoticeClaim> stillWanted(Notice notice, Instant at) {
        Optional<String> needless = needless(notice);
        if (needless.isPresent()) {
            notice.end(Notice.DROPPED, needless.get(), at);
            return Optional.empty();
        }
        return Optional.of(new NoticeClaim(notice.id, notice.fence, notice.channel, notice.recipient, notice.purpose, notice.page,
                notice.subject, notice.body));
    }

    private Optional<String> needless(Notice notice) {
        if (notice.purpose.equals(Notice.NEWS) && compromise.stands(notice.organisation, Means.MAIL)) {
            return Optional.of("The organisation's mail is said to be compromised.");
        }
        if (notice.purpose.equals(Notice.RING) && !database.find(DutyPage.class, notice.page).isRinging()) {
            return Optional.of("Somebody has answered.");
        }
        return Optional.empty();
    }

    /** @param failure why it was not taken; nothing when it was */
    void write(NoticeClaim claim, Optional<String> failure) {
        transactions.seeing(Sight.all(), () -> {
            Notice notice = database.find(Notice.class, claim.id(), LockModeType.PESSIMISTIC_WRITE);
            if (notice.fence != claim.fence() || !notice.state.equals(Notice.PENDING)) {
                return; // a later claim has taken over, and its word counts
            }
            Instant at = now.instant();
            if (failure.isEmpty()) {
                notice.end(Notice.SENT, null, at);
            } else if (!clock.isInDoubt() && !notice.createdAt.plus(GIVE_UP).isAfter(at)) {
                notice.end(Notice.DROPPED, failure.get(), at);
            } else {
                notice.heldUntil = null;
                notice.why = failure.get();
                notice.nextAttemptAt = at.plus(plan.waitAfter(notice.attempts, ThreadLocalRandom.current().nextDouble()));
            }
        });
    }
}
