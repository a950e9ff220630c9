package org.tocsin.notice;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Sends what is due, on threads of its own: a mail server that is slow keeps no deliveries waiting. Each notice is claimed,
 * sent outside of any transaction, recorded.
 */
@ApplicationScoped
class NoticeRounds {

    private static final Logger LOG = Logger.getLogger(NoticeRounds.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int THREADS = 8;

    private final NoticeClaims claims;
    private final MailLine mail;
    private final PagerLine pager;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> new Thread(work, "notice"));
    /** What is being sent now on this replica. */
    private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();

    NoticeRounds(NoticeClaims claims, MailLine mail, PagerLine pager) {
        this.claims = claims;
        this.mail = mail;
        this.pager = pager;
    }

    void stop(@Observes ShutdownEvent stopping) {
        threads.shutdown();
    }

    @Produces
    @Singleton
    RecurringTask<Void> sendNotices(NoticeRounds rounds) {
        return Tasks.recurring("send-notices", FixedDelay.of(EVERY))
                .execute((instance, context) -> rounds.round());
    }

    void round() {
        for (UUID notice : claims.due()) {
            if (inHand.size() < THREADS && inHand.add(notice)) {
                threads.execute(() -> turn(notice));
            }
        }
    }

    private void turn(UUID notice) {
        try {
            claims.take(notice).ifPresent(claim -> claims.write(claim, send(claim)));
        } catch (RuntimeException e) {
            // Such as a database that is away. The row is as it was or is held; a later round comes back to it.
            LOG.warnf("Notice broke off notice=%s reason=%s", notice, e.getClass().getSimpleName());
        } finally {
            inHand.remove(notice);
        }
    }

    private Optional<String> send(NoticeClaim claim) {
        try {
            return claim.channel().equals(Notice.MAIL) ? mail.send(claim) : pager.send(claim);
        } catch (RuntimeException e) {
            // Whatever it is, from a secret that is none to a mistake of ours: it must be tried again, and others sent.
            LOG.errorf(e, "Notice failed on our side notice=%s", claim.id());
            return Optional.of("Something failed on our side.");
        }
    }
}
