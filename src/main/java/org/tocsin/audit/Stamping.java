package org.tocsin.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.tocsin.audit.log.Malformed;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.verify.PemFiles;
import org.tocsin.audit.verify.StampCheck;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/**
 * Has the last checkpoint stamped now and then by somebody else's clock, far from the way on which entries get into the
 * log: an authority that is dead delays nothing, and is asked again in a minute.
 *
 * <p>Crash story: nobody waits for a stamp. If we crash before it is stored it is lost, and another is asked for.
 */
@ApplicationScoped
class Stamping {

    private static final Logger LOG = Logger.getLogger(Stamping.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    /** By the database's clock alone; a stamp of its future was a clock's that was ahead. */
    private static final String DUE = """
            select c.size, c.note
            from audit_checkpoint c
            where c.size = (select max(size) from audit_checkpoint)
              and not exists (select from audit_stamp s where s.size = c.size)
              and not exists (
                select from audit_stamp s
                where s.stored_at > now() - make_interval(secs => :seconds)
                  and s.stored_at <= now())""";

    private static final String STORE = """
            insert into audit_stamp (size, token, stamped_at, stored_at)
            values (:size, :token, :at, now())
            on conflict do nothing""";

    private final EntityManager database;
    private final Transactions transactions;
    private final StampConfig config;

    Stamping(EntityManager database, Transactions transactions, StampConfig config) {
        this.database = database;
        this.transactions = transactions;
        this.config = config;
    }

    private record Due(long size, String text) {
    }

    void run() {
        if (config.url().isPresent()) {
            try {
                stampIfDue(new StampLine(config.url().get(), config.timeout()), certificates());
            } catch (IOException | Malformed e) {
                LOG.warnf("No time stamp now reason=%s", e.getMessage());
            }
        }
    }

    /** No transaction is open while the authority thinks. */
    void stampIfDue(StampLine authority, List<X509Certificate> known) throws IOException {
        Optional<Due> due = due();
        if (due.isPresent()) {
            byte[] token = authority.stamp(due.get().text());
            store(due.get().size(), token, StampCheck.check(token, due.get().text(), known));
        }
    }

    private List<X509Certificate> certificates() throws IOException {
        return PemFiles.certificates(config.certificates().orElseThrow(() -> new IOException("tocsin.audit.stamps.certificates is missing")));
    }

    private Optional<Due> due() {
        List<?> found = transactions.seeing(Sight.all(), () -> database.createNativeQuery(DUE)
                .setParameter("seconds", (double) config.every().toMillis() / 1000).getResultList());
        return found.stream().findFirst().map(Object[].class::cast)
                .map(row -> new Due(((Number) row[0]).longValue(), Note.parse((String) row[1]).text()));
    }

    private void store(long size, byte[] token, Instant at) {
        transactions.seeing(Sight.all(), () -> {
            database.createNativeQuery(STORE).setParameter("size", size).setParameter("token", token).setParameter("at", at).executeUpdate();
        });
    }

    static class Task {

        @Produces
        @Singleton
        RecurringTask<Void> stampCheckpoints(Stamping stamping) {
            return Tasks.recurring("stamp-checkpoint", FixedDelay.of(BETWEEN_LOOKS)).execute((instance, context) -> stamping.run());
        }
    }
}
