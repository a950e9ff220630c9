package org.tocsin.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.ClockWatch;
import org.tocsin.time.Now;

/**
 * An entry whenever an interval has passed: the log shows that it lives, and its growth says less of what happens here. It
 * says what others said of our clock, so that the times between two beats can be judged later.
 * Whose turn it is, is decided by a row and the database's clock. A clock that was set back makes one beat too many, and
 * never a log that is silent until the clock is where it was.
 *
 * <p>Crash story: the row and the entry are one transaction; before its commit another replica or the next look does it.
 */
@ApplicationScoped
class Heartbeat {

    private static final String BEAT = """
            update audit_heartbeat
            set beat_at = now()
            where beat_at <= now() - make_interval(secs => :seconds)
               or beat_at > now()""";

    private final EntityManager database;
    private final Transactions transactions;
    private final Audit audit;
    private final Now now;
    private final ClockWatch clock;
    private final Duration interval;
    /** Of the log's thread alone, and only so that it does not ask too often. */
    private long lookedAt;

    Heartbeat(EntityManager database, Transactions transactions, Audit audit, Now now, ClockWatch clock, LogConfig config) {
        this.database = database;
        this.transactions = transactions;
        this.audit = audit;
        this.now = now;
        this.clock = clock;
        interval = config.heartbeat();
    }

    /** Asks the row, but not more than ten times in an interval. */
    void beatIfDue() {
        if (lookedAt == 0 || System.nanoTime() - lookedAt > interval.toNanos() / 10) {
            lookedAt = System.nanoTime();
            beat();
        }
    }

    void beat() {
        transactions.seeing(Sight.all(), () -> {
            int due = database.createNativeQuery(BEAT).setParameter("seconds", (double) interval.toMillis() / 1000).executeUpdate();
            if (due == 1) {
                audit.write(new AuditEvent(null, null, "log.heartbeat", Actor.TOCSIN, Audience.INTERNAL, now.instant(),
                        ClockEntries.said(clock.reading())));
            }
        });
    }
}
