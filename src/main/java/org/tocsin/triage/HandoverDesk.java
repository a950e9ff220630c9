package org.tocsin.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tocsin.audit.Audience;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.report.State;
import org.tocsin.report.Timeline;
import org.tocsin.store.Ids;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/**
 * The change of shift: who goes offers what they hold, who comes takes it over. Until then the one who goes holds it, so that
 * nothing is anybody's guess, and a name that was typed wrong cannot make reports disappear.
 */
@ApplicationScoped
public class HandoverDesk {

    private final EntityManager database;
    private final Transactions transactions;
    private final Reports reports;
    private final Timeline timeline;
    private final Now now;

    HandoverDesk(EntityManager database, Transactions transactions, Reports reports, Timeline timeline, Now now) {
        this.database = database;
        this.transactions = transactions;
        this.reports = reports;
        this.timeline = timeline;
        this.now = now;
    }

    /** Another offer of the same liaison is replaced. */
    public HandoverView offer(Caller liaison, String note) {
        return transactions.seeing(Sight.all(), () -> {
            Instant at = now.instant();
            database.createQuery("update Handover set endedAt = :at, note = null where offeredById = :me and endedAt is null")
                    .setParameter("at", at).setParameter("me", liaison.id()).executeUpdate();
            Handover offer = new Handover();
            offer.id = Ids.next();
            offer.offeredBy = liaison.name();
            offer.offeredById = liaison.id();
            offer.note = note;
            offer.offeredAt = at;
            database.persist(offer);
            return view(offer, references(liaison.id()));
        });
    }

    /** Those that nobody has taken over yet, oldest first. */
    public List<HandoverView> open() {
        return transactions.seeing(Sight.all(), this::offers);
    }

    /** Within the caller's transaction. */
    List<HandoverView> offers() {
        return database.createQuery("from Handover where endedAt is null order by id", Handover.class).getResultStream()
                .map(offer -> view(offer, references(offer.offeredById))).toList();
    }

    /** All that the other holds by now passes over, each report with an entry of its own; none of them is left between two. */
    public HandoverView take(Caller liaison, String id) {
        return transactions.seeing(Sight.all(), () -> {
            Handover offer = toChange(id);
            if (liaison.actor().is(offer.offeredById)) {
                throw Problem.conflict("own-handover", "Your own", "These reports are yours already. Take the offer back if you stay.");
            }
            Instant at = now.instant();
            List<String> taken = new ArrayList<>();
            for (UUID held : held(offer.offeredById)) {
                Report report = reports.toChange(held);
                // Released or put back between the look and the lock.
                if (offer.offeredById.equals(report.holderId)) {
                    pass(report, liaison, offer, at);
                    taken.add(report.reference);
                }
            }
            offer.takenBy = liaison.name();
            offer.endedAt = at;
            HandoverView view = view(offer, taken);
            offer.note = null;
            return view;
        });
    }

    /** Who offered it stays on shift. */
    public void takeBack(Caller liaison, String id) {
        transactions.seeing(Sight.all(), () -> {
            Handover offer = toChange(id);
            if (!liaison.actor().is(offer.offeredById)) {
                throw Problem.notFound("handover");
            }
            offer.endedAt = now.instant();
            offer.note = null;
        });
    }

    private void pass(Report report, Caller to, Handover offer, Instant at) {
        report.hold(to.actor(), at);
        report.changedInside(at);
        timeline.write(report, "report.handed-over", to.actor(), Audience.INTERNAL, at, Json.MAPPER.createObjectNode()
                .put("from", offer.offeredBy)
                .put("to", to.name())
                .put("note", offer.note));
    }

    private Handover toChange(String id) {
        Handover offer = Ids.read(id).map(key -> database.find(Handover.class, key, LockModeType.PESSIMISTIC_WRITE)).orElse(null);
        if (offer == null) {
            throw Problem.notFound("handover");
        }
        if (offer.endedAt != null) {
            throw Problem.conflict("handover-ended", "Over", offer.takenBy == null ? offer.offeredBy + " has taken the offer back."
                    : offer.takenBy + " has taken it over already.");
        }
        return offer;
    }

    /** In one order, so that two that pass reports at once do not wait for each other crosswise. */
    private List<UUID> held(String holder) {
        return database.createQuery("select id from Report where holderId = :holder and state in :open order by id", UUID.class)
                .setParameter("holder", holder).setParameter("open", State.OPEN).getResultList();
    }

    private List<String> references(String holder) {
        return database.createQuery("select reference from Report where holderId = :holder and state in :open order by id", String.class)
                .setParameter("holder", holder).setParameter("open", State.OPEN).getResultList();
    }

    private static HandoverView view(Handover offer, List<String> reports) {
        return new HandoverView(offer.id, offer.offeredBy, offer.offeredById, offer.note, offer.offeredAt, offer.takenBy, reports);
    }
}
