package org.tocsin.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.delivery.channel.Outcome;
import org.tocsin.delivery.channel.Parcel;
import org.tocsin.outbox.Claimed;
import org.tocsin.outbox.EntryTable;
import org.tocsin.outbox.Outbox;
import org.tocsin.outbox.Pacing;
import org.tocsin.store.Commits;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;
import org.tocsin.time.RetryPlan;

/**
 * Deliveries on their way. One report's way to one destination keeps its order: a delivery waits there until the earlier
 * revisions, and what was said of their withdrawal, have arrived or were given up. No report waits for another.
 */
@ApplicationScoped
class DeliveryOutbox {

    private static final Duration POLLING = Duration.ofSeconds(1);

    private static final EntryTable TABLE = new EntryTable("delivery", "e.destination", "e.state = 'pending'", """
            not exists (
              select from delivery earlier
              where earlier.report_id = e.report_id
                and earlier.destination = e.destination
                and (earlier.revision_number, earlier.notice) < (e.revision_number, e.notice)
                and earlier.state = 'pending')
            """);

    private final Outbox<Parcel, Outcome> outbox;
    private final Commits commits;

    DeliveryOutbox(EntityManager database, Transactions transactions, Now now, Pace pace, DeliverySender sender, Commits commits) {
        this.commits = commits;
        Pacing pacing = new Pacing(pace.lease(), new RetryPlan(pace.firstRetry(), pace.lastRetry()), POLLING, pace.lanes().shutdownWait());
        outbox = new Outbox<>("delivery", database, transactions, now, TABLE, pacing, pace.lanes(), sender);
    }

    void start(@Observes StartupEvent started) {
        outbox.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        outbox.stop();
    }

    /** A delivery was written in the caller's transaction. */
    void added() {
        commits.after(outbox::wake);
    }

    /** A person asks for another attempt, in the caller's transaction. */
    void urged(Delivery delivery) {
        String destination = delivery.destination;
        commits.after(() -> outbox.probe(destination));
    }

    boolean isUnderWay(Delivery delivery, Instant at) {
        return outbox.isHeld(delivery.heldUntil, at);
    }

    Optional<Claimed<Parcel>> claim(UUID delivery) {
        return outbox.claim(delivery);
    }

    void record(Claimed<Parcel> claimed, Outcome outcome) {
        outbox.record(claimed, outcome);
    }
}
