package org.tocsin.notice;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Optional;
import org.tocsin.outbox.Claimed;
import org.tocsin.outbox.EntryTable;
import org.tocsin.outbox.LaneConfig;
import org.tocsin.outbox.Outbox;
import org.tocsin.outbox.Pacing;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/**
 * Mail and rings on their way. Each pager is a destination of its own, and mail to those on duty is another than mail to
 * organisations: no ring waits for news, nor for a pager that does not answer.
 */
@ApplicationScoped
class NoticeOutbox {

    private static final EntryTable TABLE = new EntryTable("notice",
            "(case when e.channel = 'pager' then 'pager ' || e.recipient when e.purpose = 'news' then 'mail' else 'mail to duty' end)",
            "e.state = 'pending'", "true");

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration POLLING = Duration.ofMillis(500);
    /** A person waits for each ring, so a pager is never left alone for long. */
    private static final LaneConfig LANES = new Lanes(16, 4, 5, Duration.ofSeconds(5), Duration.ofSeconds(2));

    private record Lanes(int threads, int perDestination, int breakAfter, Duration longestBreak, Duration shutdownWait) implements LaneConfig {
    }

    private final Outbox<NoticeMessage, Optional<String>> outbox;

    NoticeOutbox(EntityManager database, Transactions transactions, Now now, NoticeSender sender) {
        outbox = new Outbox<>("notice", database, transactions, now, TABLE,
                new Pacing(LEASE, NoticeSender.RETRIES, POLLING, LANES.shutdownWait()), LANES, sender);
    }

    void start(@Observes StartupEvent started) {
        outbox.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        outbox.stop();
    }

    void record(Claimed<NoticeMessage> claimed, Optional<String> failure) {
        outbox.record(claimed, failure);
    }
}
