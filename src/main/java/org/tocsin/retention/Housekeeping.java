package org.tocsin.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tocsin.audit.Actor;
import org.tocsin.party.Organisations;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.ClockWatch;

/**
 * Erases each day what has been kept long enough, one report in one transaction, and what belongs to no report in batches.
 *
 * <p>A clock that goes wrong in the midst of a run stops it: it is asked again before each report, for what is erased does not come back.
 *
 * <p>Crash story: what is erased is committed with its entry, and what is not is due again tomorrow. Of two replicas, the
 * second waits for the report and then finds that it is not due any more.
 */
@ApplicationScoped
class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    static final int BATCH = 50;
    private static final UUID FIRST = new UUID(0, 0);
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 30);

    private static final String FORGET_KEYS = "select forget_keys(:organisation, :before)";

    private final EntityManager database;
    private final Transactions transactions;
    private final Organisations organisations;
    private final Reports reports;
    private final Due due;
    private final Erasing erasing;
    private final AgedContent aged;
    private final ClockWatch clock;

    Housekeeping(EntityManager database, Transactions transactions, Organisations organisations, Reports reports, Due due, Erasing erasing,
            AgedContent aged, ClockWatch clock) {
        this.database = database;
        this.transactions = transactions;
        this.organisations = organisations;
        this.reports = reports;
        this.due = due;
        this.erasing = erasing;
        this.aged = aged;
        this.clock = clock;
    }

    void run() {
        List<String> all = transactions.seeing(Sight.all(), () -> List.copyOf(organisations.names().keySet()));
        all.stream().sorted().forEach(this::run);
    }

    void run(String organisation) {
        for (RetentionClass each : RetentionClass.values()) {
            if (each == RetentionClass.IDEMPOTENCY_KEYS) {
                clock.unlessInDoubt(() -> forgetKeys(organisation));
            } else {
                eraseReports(organisation, each);
            }
        }
        aged.erase(organisation);
    }

    private void eraseReports(String organisation, RetentionClass of) {
        UUID after = FIRST;
        List<UUID> batch;
        do {
            UUID from = after;
            batch = transactions.seeing(Sight.all(), () -> due.reports(organisation, of, from, BATCH));
            batch.forEach(report -> erase(organisation, of, report));
            after = batch.isEmpty() ? after : batch.get(batch.size() - 1);
        } while (batch.size() == BATCH && !clock.isInDoubt());
    }

    /** It may have been reopened, held or erased since it was found, and the clock may have gone wrong. */
    private void erase(String organisation, RetentionClass of, UUID id) {
        Optional<String> refused = transactions.seeing(Sight.all(), () -> {
            Report report = reports.toChange(id);
            if (clock.isInDoubt() || !due.isStill(organisation, of, id)) {
                return Optional.empty();
            }
            Optional<String> objection = erasing.objection(report).map(Throwable::getMessage);
            if (objection.isEmpty()) {
                erasing.erase(report, Due.scope(of), why(of), Actor.TOCSIN);
            }
            return objection;
        });
        refused.ifPresent(why -> LOG.infof("Due and not erased report=%s reason=%s", id, why));
    }

    private static String why(RetentionClass of) {
        return of == RetentionClass.ATTACHMENTS ? "Attachments of reports that have ended are kept for a set time, and it is over."
                : "Reports that have ended are kept for a set time, and it is over.";
    }

    private void forgetKeys(String organisation) {
        transactions.seeing(Sight.all(), () -> database.createNativeQuery(FORGET_KEYS)
                .setParameter("organisation", organisation)
                .setParameter("before", due.before(organisation, RetentionClass.IDEMPOTENCY_KEYS))
                .getSingleResult());
    }

    static class Task {

        @Produces
        @Singleton
        RecurringTask<Void> keepHouse(Housekeeping housekeeping, ClockWatch clock) {
            return Tasks.recurring("retention", Schedules.daily(ZoneOffset.UTC, AT_NIGHT))
                    .execute((instance, context) -> clock.unlessInDoubt(housekeeping::run));
        }
    }
}
