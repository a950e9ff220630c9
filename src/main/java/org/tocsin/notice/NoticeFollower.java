package org.tocsin.notice;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tocsin.news.Change;
import org.tocsin.news.Changes;
import org.tocsin.party.Compromise;
import org.tocsin.party.Contacts;
import org.tocsin.party.Means;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.store.Ids;
import org.tocsin.store.Loop;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/**
 * Follows the changes of all organisations, and writes down who is to be told of each.
 *
 * <p>Crash story: a change's entry of the log was committed with the act itself, so no change is without it. What is to be
 * sent, whom to ring and the place up to which the log was looked at are committed together: after a crash the next
 * run goes on there, and writes nothing twice.
 */
@ApplicationScoped
class NoticeFollower {

    private static final Duration EVERY = Duration.ofMillis(500);
    private static final int BATCH = 200;

    private static final String LOCK = "select next_leaf from notice_place for update";
    private static final String ADVANCE = "update notice_place set next_leaf = :next";

    private static final String RAISE = """
            insert into duty_page (id, report_id, organisation_id, reason, state, next_ring_at, raised_at)
            select :id, :report, :organisation, :reason, 'ringing', :at, :at
            where not exists (select from duty_page where report_id = :report and state = 'ringing')
            on conflict do nothing""";

    private final EntityManager database;
    private final Transactions transactions;
    private final Changes changes;
    private final Reports reports;
    private final Contacts contacts;
    private final Compromise compromise;
    private final Notices notices;
    private final DutyList duty;
    private final MailConfig mail;
    private final Now now;
    private final Loop loop = new Loop("notice-follow", EVERY, this::run);

    NoticeFollower(EntityManager database, Transactions transactions, Changes changes, Reports reports, Contacts contacts,
            Compromise compromise, Notices notices, DutyList duty, MailConfig mail, Now now) {
        this.database = database;
        this.transactions = transactions;
        this.changes = changes;
        this.reports = reports;
        this.contacts = contacts;
        this.compromise = compromise;
        this.notices = notices;
        this.duty = duty;
        this.mail = mail;
        this.now = now;
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop();
    }

    void run() {
        while (followBatch() == BATCH) {
            // more is there
        }
    }

    private int followBatch() {
        return transactions.seeing(Sight.all(), () -> {
            long next = ((Number) database.createNativeQuery(LOCK).getSingleResult()).longValue();
            if (nobodyIsTold()) {
                advance(Math.max(next, changes.lastLeaf() + 1));
                return 0;
            }
            List<Change> found = changes.ofAll(next - 1, BATCH);
            Map<UUID, Report> concerned = concerned(found);
            for (Change change : found) {
                Report report = concerned.get(change.report());
                if (report != null) {
                    tell(change, report);
                    alarm(change, report);
                }
            }
            if (!found.isEmpty()) {
                database.flush();
                advance(found.get(found.size() - 1).leaf() + 1);
            }
            return found.size();
        });
    }

    private boolean nobodyIsTold() {
        return mail.host().isEmpty() && duty.isEmpty();
    }

    private void advance(long next) {
        database.createNativeQuery(ADVANCE).setParameter("next", next).executeUpdate();
    }

    private Map<UUID, Report> concerned(List<Change> found) {
        Set<UUID> ids = found.stream().map(Change::report).collect(Collectors.toSet());
        return reports.list("id in ?1", ids).stream().collect(Collectors.toMap(report -> report.id, Function.identity()));
    }

    private void tell(Change change, Report report) {
        if (mail.host().isPresent()) {
            Words.news(change.type()).ifPresent(news -> {
                if (!compromise.stands(report.organisation, Means.MAIL)) {
                    contacts.of(report.organisation).mail()
                            .forEach(address -> notices.news(report, news, address.text(), now.instant()));
                }
            });
        }
    }

    private void alarm(Change change, Report report) {
        if (!duty.isEmpty()) {
            Alarm.of(change.type(), report.stage, report.severity).ifPresent(alarm -> database.createNativeQuery(RAISE)
                    .setParameter("id", Ids.next())
                    .setParameter("report", report.id)
                    .setParameter("organisation", report.organisation)
                    .setParameter("reason", alarm.code())
                    .setParameter("at", now.instant())
                    .executeUpdate());
        }
    }
}
