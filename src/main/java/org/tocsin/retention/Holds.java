package org.tocsin.retention;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import org.tocsin.audit.Audience;
import org.tocsin.audit.Audit;
import org.tocsin.audit.AuditEvent;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.Organisations;
import org.tocsin.problem.Problem;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.report.Timeline;
import org.tocsin.store.Ids;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/** Places holds and lifts them. An admin does, with a reason each time; auditors see them, the organisation does not. */
@ApplicationScoped
class Holds {

    private final EntityManager database;
    private final Transactions transactions;
    private final Organisations organisations;
    private final Reports reports;
    private final Timeline timeline;
    private final Audit audit;
    private final Now now;

    Holds(EntityManager database, Transactions transactions, Organisations organisations, Reports reports, Timeline timeline,
            Audit audit, Now now) {
        this.database = database;
        this.transactions = transactions;
        this.organisations = organisations;
        this.reports = reports;
        this.timeline = timeline;
        this.audit = audit;
        this.now = now;
    }

    HoldView onReport(Caller admin, String name, String reason) {
        return transactions.seeing(Sight.all(), () -> {
            Report report = reports.toChange(name);
            return placed(admin, report.organisation, report, reason);
        });
    }

    HoldView onOrganisation(Caller admin, String organisation, String reason) {
        return transactions.seeing(Sight.all(), () -> placed(admin, organisations.named(organisation).id, null, reason));
    }

    /** In force, oldest first. */
    List<HoldView> inForce() {
        return transactions.seeing(Sight.all(), () ->
                database.createQuery("from Hold where liftedAt is null order by placedAt, id", Hold.class)
                        .getResultStream().map(HoldView::of).toList());
    }

    /** @throws Problem 404 when there is none in force */
    void lift(Caller admin, String id, String because) {
        transactions.seeing(Sight.all(), () -> {
            Hold hold = Ids.read(id).map(key -> database.find(Hold.class, key, LockModeType.PESSIMISTIC_WRITE))
                    .filter(found -> found.liftedAt == null)
                    .orElseThrow(() -> Problem.notFound("hold"));
            hold.liftedBy = admin.name();
            hold.liftedAt = now.instant();
            hold.liftedBecause = because;
            write("hold.lifted", admin, hold, hold.liftedAt, because);
        });
    }

    private HoldView placed(Caller admin, String organisation, Report report, String reason) {
        Hold hold = new Hold();
        hold.id = Ids.next();
        hold.organisation = organisation;
        hold.report = report == null ? null : report.id;
        hold.reason = reason;
        hold.placedBy = admin.name();
        hold.placedAt = now.instant();
        database.persist(hold);
        write("hold.placed", admin, hold, hold.placedAt, reason);
        return HoldView.of(hold);
    }

    private void write(String type, Caller admin, Hold hold, Instant at, String because) {
        ObjectNode detail = Json.MAPPER.createObjectNode().put("hold", hold.id.toString()).put("because", because);
        if (hold.report == null) {
            audit.write(new AuditEvent(hold.organisation, null, type, admin.actor(), Audience.INTERNAL, at, detail));
        } else {
            timeline.write(reports.toChange(hold.report), type, admin.actor(), Audience.INTERNAL, at, detail);
        }
    }
}
