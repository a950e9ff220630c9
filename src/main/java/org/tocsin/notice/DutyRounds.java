package org.tocsin.notice;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tocsin.audit.Actor;
import org.tocsin.audit.Audience;
import org.tocsin.json.Json;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.report.State;
import org.tocsin.report.Timeline;
import org.tocsin.store.Loop;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/**
 * Rings those on duty, one after the other, until one answers. When the next is due stands in the page's row, so it
 * survives us; the rings themselves are rows as well, written in the same transaction. A wait of more than twice the longest there is was set
 * by a clock that was ahead, and is over.
 */
@ApplicationScoped
class DutyRounds {

    private static final Duration EVERY = Duration.ofMillis(500);

    private static final String DUE = """
            select p.id
            from duty_page p
            join report r on r.id = p.report_id
            where p.state = 'ringing'
              and (p.next_ring_at <= :now or p.next_ring_at > :noWait or r.holder is not null or r.state not in (:open))
            order by p.next_ring_at
            limit 100""";

    private final EntityManager database;
    private final Transactions transactions;
    private final Reports reports;
    private final Timeline timeline;
    private final Notices notices;
    private final DutyList duty;
    private final Now now;
    private final Loop loop = new Loop("duty", EVERY, this::run);

    DutyRounds(EntityManager database, Transactions transactions, Reports reports, Timeline timeline, Notices notices,
            DutyList duty, Now now) {
        this.database = database;
        this.transactions = transactions;
        this.reports = reports;
        this.timeline = timeline;
        this.notices = notices;
        this.duty = duty;
        this.now = now;
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop();
    }

    void run() {
        due().forEach(this::turn);
    }

    private List<UUID> due() {
        return transactions.seeing(Sight.all(), () -> database.createNativeQuery(DUE, UUID.class)
                .setParameter("now", now.instant())
                .setParameter("noWait", now.instant().plus(duty.escalateAfter().multipliedBy(2)))
                .setParameter("open", State.OPEN.stream().map(State::code).toList())
                .getResultStream().map(UUID.class::cast).toList());
    }

    private void turn(UUID id) {
        transactions.seeing(Sight.all(), () -> {
            // The report first, as every act does, so that two acts never wait for each other crosswise.
            Report report = reports.toChange(database.find(DutyPage.class, id).report);
            DutyPage page = database.find(DutyPage.class, id);
            database.refresh(page, LockModeType.PESSIMISTIC_WRITE);
            Instant at = now.instant();
            if (!page.isRinging()) {
                return;
            }
            if (report.holder != null || !State.OPEN.contains(report.state)) {
                page.end(DutyPage.ENDED, report.holder, at);
                notices.calm(page, report, at);
            } else if (!page.nextRingAt.isAfter(at) || page.nextRingAt.isAfter(at.plus(duty.escalateAfter().multipliedBy(2)))) {
                ring(page, report, at);
            }
        });
    }

    private void ring(DutyPage page, Report report, Instant at) {
        page.nextRingAt = at.plus(duty.escalateAfter());
        if (duty.isEmpty()) {
            return; // the list was emptied meanwhile; whoever is put on it is rung then
        }
        String name = duty.next(page.rings);
        duty.find(name).ifPresent(contact -> notices.ring(page, report, name, contact, at));
        page.rings++;
        timeline.write(report, "duty.rung", Actor.TOCSIN, Audience.INTERNAL, at, Json.MAPPER.createObjectNode()
                .put("page", page.id.toString())
                .put("reason", page.reason)
                .put("ring", page.rings)
                .put("contact", name));
    }
}
