package org.tocsin.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.audit.Audience;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.report.Timeline;
import org.tocsin.store.Ids;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;
import org.tocsin.web.paging.Slice;

/** Where those on duty answer. */
@ApplicationScoped
public class DutyDesk {

    private static final int SHOWN = 100;

    private final EntityManager database;
    private final Transactions transactions;
    private final Reports reports;
    private final Timeline timeline;
    private final Notices notices;
    private final DutyList duty;
    private final Now now;

    DutyDesk(EntityManager database, Transactions transactions, Reports reports, Timeline timeline, Notices notices,
            DutyList duty, Now now) {
        this.database = database;
        this.transactions = transactions;
        this.reports = reports;
        this.timeline = timeline;
        this.notices = notices;
        this.duty = duty;
        this.now = now;
    }

    public Slice<DutyView> latest() {
        return transactions.seeing(Sight.all(), () -> Slice.whole(database.createQuery(
                        "from DutyPage order by case when state = 'ringing' then 0 else 1 end, raisedAt desc, id", DutyPage.class)
                .setMaxResults(SHOWN)
                .getResultStream().map(this::view).toList()));
    }

    public DutyView one(String id) {
        return transactions.seeing(Sight.all(), () -> view(found(id)));
    }

    /** Those that ring for this report. */
    Optional<DutyView> ringing(UUID report) {
        return transactions.seeing(Sight.all(), () -> database.createQuery(
                        "from DutyPage where report = :report and state = 'ringing'", DutyPage.class)
                .setParameter("report", report)
                .getResultStream().findFirst().map(this::view));
    }

    /** Nobody else is rung. Of several who answer, the first one counts, and the others learn who it was. */
    public DutyView acknowledge(Caller liaison, String id) {
        return transactions.seeing(Sight.all(), () -> {
            // The report first, as every act does, so that two acts never wait for each other crosswise.
            DutyPage page = found(id);
            Report report = reports.toChange(page.report);
            database.refresh(page, LockModeType.PESSIMISTIC_WRITE);
            if (page.isRinging()) {
                Instant at = now.instant();
                page.end(DutyPage.ACKNOWLEDGED, liaison.name(), at);
                notices.calm(page, report, at);
                timeline.write(report, "duty.acknowledged", liaison.actor(), Audience.INTERNAL, at, Json.MAPPER.createObjectNode()
                        .put("page", page.id.toString())
                        .put("rings", page.rings));
            }
            return view(page);
        });
    }

    private DutyPage found(String id) {
        return Ids.read(id).map(known -> database.find(DutyPage.class, known)).orElseThrow(() -> Problem.notFound("page"));
    }

    private DutyView view(DutyPage page) {
        return DutyView.of(page, reports.findByIdOptional(page.report).map(report -> report.reference).orElse(null),
                page.rings == 0 || duty.isEmpty() ? null : duty.next(page.rings - 1));
    }
}
