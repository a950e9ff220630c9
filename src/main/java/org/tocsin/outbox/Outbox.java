package org.tocsin.outbox;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.tocsin.store.Loop;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;
import org.tocsin.time.RetryPlan;

/**
 * Sends the entries of one table, each destination on threads of its own. Each replica looks for what is due; whose turn it
 * is and who may send is decided by the entry's row alone.
 *
 * <p>Crash story: the claim, with the room's own record that an attempt begins, is committed before anything is sent. If we
 * crash after that, the entry stays held; when the lease has run out it is claimed with the next fence and sent again, so
 * the room sends it under an id that never changes. If we crash before the outcome is committed, it is the same.
 *
 * @param <M> what is sent
 * @param <R> how it went
 */
public final class Outbox<M, R> {

    private static final Logger LOG = Logger.getLogger(Outbox.class);
    /** Found due at once, of each destination. */
    private static final int MOST_DUE = 50;
    /** Entries that a worker tries before its thread may go to another destination. */
    private static final int TURN = 20;

    private final String name;
    private final Transactions transactions;
    private final Sender<M, R> sender;
    private final Leases leases;
    private final Lanes lanes;
    private final Pacing pacing;
    private final Loop loop;
    private final ExecutorService workers;

    /** @param name of its threads, and of what it logs */
    public Outbox(String name, EntityManager database, Transactions transactions, Now now, EntryTable table, Pacing pacing,
            LaneConfig lanes, Sender<M, R> sender) {
        this.name = name;
        this.transactions = transactions;
        this.sender = sender;
        this.pacing = pacing;
        this.leases = new Leases(database, now, table, pacing.lease(), pacing.retries().longest());
        RetryPlan breaks = new RetryPlan(pacing.retries().first(), lanes.longestBreak());
        this.lanes = new Lanes(lanes.threads(), lanes.perDestination(), () -> new Breaker(lanes.breakAfter(), breaks,
                System::nanoTime, () -> ThreadLocalRandom.current().nextDouble()), System::nanoTime);
        this.loop = new Loop(name + "-lanes", pacing.polling(), this::look);
        AtomicInteger number = new AtomicInteger();
        this.workers = Executors.newCachedThreadPool(work -> new Thread(work, name + "-" + number.incrementAndGet()));
    }

    public void start() {
        loop.start();
    }

    /** Hands out nothing more, waits a little for attempts in hand, then interrupts them. */
    public void stop() {
        lanes.stop();
        loop.stop();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(pacing.grace().toMillis(), TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
                workers.awaitTermination(pacing.grace().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** Looks for due entries now; to be called after the commit that wrote one. */
    public void wake() {
        loop.wake();
    }

    /** The same when a person asks for it: also when the destination is left alone at this moment. */
    public void probe(String destination) {
        lanes.probeNow(destination);
        loop.wake();
    }

    /** Whether an attempt is under way, as its row says. */
    public boolean isHeld(Instant heldUntil, Instant at) {
        return leases.isHeld(heldUntil, at);
    }

    private void look() {
        transactions.seeing(Sight.all(), () -> leases.due(lanes.closed(), MOST_DUE)).forEach(lanes::add);
        for (Optional<String> next = lanes.startWorker(); next.isPresent(); next = lanes.startWorker()) {
            String destination = next.get();
            workers.execute(() -> work(destination));
        }
    }

    private void work(String destination) {
        try {
            for (int tried = 0; tried < TURN; tried++) {
                Optional<UUID> entry = lanes.next(destination);
                if (entry.isEmpty()) {
                    return;
                }
                tryOne(destination, entry.get());
            }
        } finally {
            lanes.workerEnded(destination);
            loop.wake();
        }
    }

    private void tryOne(String destination, UUID entry) {
        Optional<Verdict> verdict = Optional.empty();
        try {
            Optional<Claimed<M>> claimed = claim(entry);
            if (claimed.isPresent()) {
                verdict = Optional.of(Verdict.UNANSWERED); // also when sending breaks off with an Error
                R result = sender.send(claimed.get().message());
                verdict = Optional.of(sender.verdict(result));
                // What stopped the attempt must not stop the record of it.
                Thread.interrupted();
                record(claimed.get(), result);
            }
        } catch (RuntimeException | Error failure) {
            // Such as a database that is away. The row is as it was or is held; it is found due again.
            if (verdict.isEmpty()) {
                lanes.breaks(entry);
            }
            LOG.warnf("An attempt broke off outbox=%s entry=%s reason=%s", name, entry, failure.getClass().getSimpleName());
            LOG.debug("Why an attempt broke off", failure);
        } finally {
            tell(destination, lanes.ended(destination, entry, verdict));
        }
    }

    private void tell(String destination, Lanes.Change change) {
        switch (change) {
            case OPENED -> LOG.warnf("A destination does not answer; its entries wait outbox=%s destination=%s", name, destination);
            case CLOSED -> LOG.infof("A destination answers again outbox=%s destination=%s", name, destination);
            case NONE -> { }
        }
    }

    /** Claims an entry and reads what is to be sent, in one transaction. */
    public Optional<Claimed<M>> claim(UUID entry) {
        return transactions.seeing(Sight.all(), () -> leases.take(entry)
                .flatMap(lease -> sender.begin(lease).map(message -> new Claimed<>(lease, message))));
    }

    public void record(Claimed<M> claimed, R result) {
        transactions.seeing(Sight.all(), () -> sender.record(claimed.lease(), claimed.message(), result));
    }
}
