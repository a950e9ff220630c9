package org.tocsin.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.tocsin.outbox.Lease;
import org.tocsin.outbox.Sender;
import org.tocsin.outbox.Verdict;
import org.tocsin.party.Compromise;
import org.tocsin.party.Means;
import org.tocsin.time.ClockWatch;
import org.tocsin.time.Now;
import org.tocsin.time.RetryPlan;

/**
 * Decides whether a notice is still to be sent at all, sends it, writes down how it went. While the clock is in doubt no notice is too
 * old to be tried again.
 *
 * <p>Crash story: that of {@link org.tocsin.outbox.Outbox}; a mail is sent again under the same Message-ID, a ring under the same id.
 */
@ApplicationScoped
class NoticeSender implements Sender<NoticeMessage, Optional<String>> {

    static final RetryPlan RETRIES = new RetryPlan(Duration.ofSeconds(5), Duration.ofMinutes(15));
    private static final Logger LOG = Logger.getLogger(NoticeSender.class);
    private static final Duration GIVE_UP = Duration.ofHours(72);

    private final EntityManager database;
    private final Compromise compromise;
    private final MailLine mail;
    private final PagerLine pager;
    private final Now now;
    private final ClockWatch clock;

    NoticeSender(EntityManager database, Compromise compromise, MailLine mail, PagerLine pager, Now now, ClockWatch clock) {
        this.database = database;
        this.compromise = compromise;
        this.mail = mail;
        this.pager = pager;
        this.now = now;
        this.clock = clock;
    }

    @Override
    public Optional<NoticeMessage> begin(Lease lease) {
        Notice notice = database.find(Notice.class, lease.entry());
        Optional<String> needless = needless(notice);
        if (needless.isPresent()) {
            notice.end(Notice.DROPPED, needless.get(), lease.start());
            return Optional.empty();
        }
        return Optional.of(new NoticeMessage(notice.id, notice.channel, notice.recipient, notice.purpose, notice.page, notice.subject, notice.body));
    }

    @Override
    public Optional<String> send(NoticeMessage message) {
        try {
            return message.channel().equals(Notice.MAIL) ? mail.send(message) : pager.send(message);
        } catch (RuntimeException | LinkageError e) {
            // Whatever it is, from a secret that is none to a mistake of ours: it must be tried again, and others sent.
            LOG.warnf("Notice failed on our side notice=%s reason=%s", message.id(), e.getClass().getSimpleName());
            LOG.debug("Why a notice failed on our side", e);
            return Optional.of("Something failed on our side.");
        }
    }

    @Override
    public Verdict verdict(Optional<String> failure) {
        return failure.isEmpty() ? Verdict.TAKEN : Verdict.UNANSWERED;
    }

    private Optional<String> needless(Notice notice) {
        if (notice.purpose.equals(Notice.NEWS) && compromise.stands(notice.organisation, Means.MAIL)) {
            return Optional.of("The organisation's mail is said to be compromised.");
        }
        if (notice.purpose.equals(Notice.RING) && !database.find(DutyPage.class, notice.page).isRinging()) {
            return Optional.of("Somebody has answered.");
        }
        return Optional.empty();
    }

    /** @param failure why it was not taken; nothing when it was */
    @Override
    public void record(Lease lease, NoticeMessage message, Optional<String> failure) {
        Notice notice = database.find(Notice.class, message.id(), LockModeType.PESSIMISTIC_WRITE);
        if (notice.fence != lease.fence() || !notice.state.equals(Notice.PENDING)) {
            return; // a later lease has taken over, and its word counts
        }
        Instant at = now.instant();
        if (failure.isEmpty()) {
            notice.end(Notice.SENT, null, at);
        } else if (!clock.isInDoubt() && !notice.createdAt.plus(GIVE_UP).isAfter(at)) {
            notice.end(Notice.DROPPED, failure.get(), at);
        } else {
            notice.heldUntil = null;
            notice.why = failure.get();
            notice.nextAttemptAt = at.plus(RETRIES.waitAfter(notice.attempts, ThreadLocalRandom.current().nextDouble()));
        }
    }
}
