package org.tocsin.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/**
 * Which clients are cut off: what stands in the database, read again every few seconds. A token is verified without
 * asking anyone, so this alone stops one that was issued before.
 */
@ApplicationScoped
class CutOffs {

    private static final Logger LOG = Logger.getLogger(CutOffs.class);
    /** With it a cut-off is felt on every replica well within a minute. */
    static final Duration FRESH = Duration.ofSeconds(15);

    private final Transactions transactions;
    private final Clients clients;
    private final long freshNanos;
    private final ReentrantLock reading = new ReentrantLock();
    /** Written by who holds {@link #reading}. */
    private volatile Known known;

    @Inject
    CutOffs(Transactions transactions, Clients clients) {
        this(transactions, clients, FRESH);
    }

    CutOffs(Transactions transactions, Clients clients, Duration fresh) {
        this.transactions = transactions;
        this.clients = clients;
        freshNanos = fresh.toNanos();
    }

    private record Known(Set<String> clients, long readAt) {
    }

    boolean has(String client) {
        Known now = known;
        if (now == null || System.nanoTime() - now.readAt > freshNanos) {
            now = read(now);
        }
        return now.clients.contains(client);
    }

    /** After a change that this replica made, so that it is felt here at once. */
    void readAgain() {
        reading.lock();
        try {
            known = fromDatabase();
        } finally {
            reading.unlock();
        }
    }

    private Known read(Known before) {
        if (before != null && !reading.tryLock()) {
            return before; // another request is reading
        }
        if (before == null) {
            reading.lock();
        }
        try {
            known = fromDatabase();
        } catch (RuntimeException unreadable) {
            if (before == null) {
                throw unreadable;
            }
            // What was true a moment ago is the best that is known; the next request tries again.
            LOG.warnf("Cut-offs could not be read reason=%s", unreadable.toString());
        } finally {
            reading.unlock();
        }
        return known;
    }

    private Known fromDatabase() {
        long at = System.nanoTime();
        return new Known(transactions.seeing(Sight.all(), clients::cutOff), at);
    }
}
