package org.tocsin.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/**
 * Forgets shares that are whole again. Also those whose end lies further ahead than any share's can: they were
 * written by a clock that was ahead, and until ours gets there they would not be filled.
 */
@ApplicationScoped
class FullShares {

    /** A share is overdrawn by a replica's part at most, so it is whole after little more than a window. */
    private static final Duration FURTHEST = Duration.ofMinutes(10);

    private static final String FORGET = """
            delete from limit_bucket
            where expires_at < :now or expires_at > :furthest""";

    /** Of a day that is over nobody asks any more; of one that is to come, a clock that was ahead has asked. */
    private static final String FORGET_DAYS = "delete from byte_quota where day < :first or day > :last";

    private final Transactions transactions;
    private final EntityManager database;
    private final Now now;

    FullShares(Transactions transactions, EntityManager database, Now now) {
        this.transactions = transactions;
        this.database = database;
        this.now = now;
    }

    int forget() {
        long at = now.instant().toEpochMilli();
        LocalDate today = LocalDate.ofInstant(now.instant(), ZoneOffset.UTC);
        transactions.seeing(Sight.all(), () -> {
            database.createNativeQuery(FORGET_DAYS).setParameter("first", today.minusDays(7)).setParameter("last", today.plusDays(7)).executeUpdate();
        });
        return transactions.seeing(Sight.all(), () -> database.createNativeQuery(FORGET)
                .setParameter("now", at)
                .setParameter("furthest", at + FURTHEST.toMillis())
                .executeUpdate());
    }
}
