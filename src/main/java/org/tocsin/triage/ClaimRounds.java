package org.tocsin.triage;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
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
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.ClockWatch;
import org.tocsin.time.Now;

/**
 * Gives back to the queue what was claimed and left lying: nobody else would touch it.
 *
 * <p>Crash story: each report is one transaction; what is not given back is found in the next round. Of two replicas, the
 * second waits for the report and then finds that nobody holds it.
 */
@ApplicationScoped
class ClaimRounds {


    /** Whatever anyone did with it is activity: also a note, or an answer that came. */
    private static final String IDLE = """
            select r.id from Report r
            where r.holder is not null
              and r.state in :open
              and r.state <> :waiting
              and r.holderSince < :before
              and not exists (select 1 from TimelineEntry t where t.report = r.id and t.at >= :before)
            order by r.id""";

    private final EntityManager database;
    private final Transactions transactions;
    private final Reports reports;
    private final Timeline timeline;
    private final Now now;
    private final Duration kept;

    ClaimRounds(EntityManager database, Transactions transactions, Reports reports, Timeline timeline, Now now, ClaimConfig config) {
        this.database = database;
        this.transactions = transactions;
        this.reports = reports;
        this.timeline = timeline;
        this.now = now;
        this.kept = config.claimKept();
    }

    void run() {
        if (!kept.isZero()) {
            Instant before = now.instant().minus(kept);
            transactions.seeing(Sight.all(), () -> idle(before)).forEach(report -> giveBack(report, before));
        }
    }

    private List<UUID> idle(Instant before) {
        return database.createQuery(IDLE, UUID.class)
                .setParameter("open", State.OPEN)
                .setParameter("waiting", State.AWAITING_OPERATOR)
                .setParameter("before", before)
                .getResultList();
    }

    /** It may have been worked on since it was found. */
    private void giveBack(UUID id, Instant before) {
        transactions.seeing(Sight.all(), () -> {
            Report report = reports.toChange(id);
            if (!idle(before).contains(id)) {
                return;
            }
            Instant at = now.instant();
            String holder = report.holder;
            report.putDown();
            report.changedInside(at);
            timeline.write(report, "report.given-back", Actor.TOCSIN, Audience.INTERNAL, at,
                    Json.MAPPER.createObjectNode().put("holder", holder).put("after", kept.toString()));
        });
    }

    static class Task {

        @Produces
        @Singleton
        RecurringTask<Void> giveBackClaims(ClaimRounds rounds, ClaimConfig config, ClockWatch clock) {
            return Tasks.recurring("claims", Schedules.fixedDelay(config.claimRounds()))
                    .execute((instance, context) -> clock.unlessInDoubt(rounds::run));
        }
    }
}
