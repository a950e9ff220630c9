package org.tocsin.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.tocsin.audit.Audience;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.report.State;
import org.tocsin.report.Timeline;
import org.tocsin.store.Ids;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;
import org.tocsin.web.Moments;

/**
 * What a liaison does about a delivery that does not arrive.
 *
 * <p>Neither is done while an attempt is under way: its word must be heard first, for the destination may have the report.
 */
@ApplicationScoped
public class DeliveryDesk {

    /** How long those behind a delivery that is tried again are put off. */
    private static final Duration BEHIND = Duration.ofSeconds(1);

    private final EntityManager database;
    private final Transactions transactions;
    private final Reports reports;
    private final Deliveries deliveries;
    private final DeliveryReading reading;
    private final Timeline timeline;
    private final DeliveryOutbox outbox;
    private final Now now;

    DeliveryDesk(EntityManager database, Transactions transactions, Reports reports, Deliveries deliveries,
            DeliveryReading reading, Timeline timeline, DeliveryOutbox outbox, Now now) {
        this.database = database;
        this.transactions = transactions;
        this.reports = reports;
        this.deliveries = deliveries;
        this.reading = reading;
        this.timeline = timeline;
        this.outbox = outbox;
        this.now = now;
    }

    /** Tries again at once; also what was given up, under the same id and with the same bytes. */
    public DeliveryView retry(Caller liaison, String reportName, String id) {
        return transactions.seeing(Sight.all(), () -> {
            Report report = reports.toChange(reportName);
            Delivery delivery = toChange(report, id);
            if (delivery.state.equals(Delivery.DELIVERED)) {
                throw done(delivery, "It has arrived, and the destination’s receipt is kept here.");
            }
            if (delivery.document == null) {
                throw done(delivery, "What was to be sent has been erased here.");
            }
            Instant at = now.instant();
            checkNotUnderWay(delivery, at);
            checkNotOvertaken(delivery, at);
            if (delivery.isPending()) {
                timeline.write(report, "delivery.retried", liaison.actor(), Audience.INTERNAL, at, about(delivery));
            } else {
                // The operator has read that it was given up.
                report.changed(at);
                timeline.writeAs(Role.LIAISON_TO_OPERATORS, report, "delivery.retried", liaison.actor(), at, about(delivery));
            }
            delivery.state = Delivery.PENDING;
            delivery.nextAttemptAt = at;
            outbox.urged(delivery);
            return reading.view(delivery);
        });
    }

    /** Nothing more is sent of it. The operator reads the reason. */
    public DeliveryView giveUp(Caller liaison, String reportName, String id, String reason) {
        return transactions.seeing(Sight.all(), () -> {
            Report report = reports.toChange(reportName);
            Delivery delivery = toChange(report, id);
            if (!delivery.state.equals(Delivery.PENDING)) {
                throw done(delivery, delivery.state.equals(Delivery.DELIVERED) ? "It has arrived." : "It was given up before.");
            }
            Instant at = now.instant();
            checkNotUnderWay(delivery, at);
            delivery.state = Delivery.GIVEN_UP;
            delivery.heldUntil = null;
            report.changed(at);
            timeline.writeAs(Role.LIAISON_TO_OPERATORS, report, "delivery.given-up", liaison.actor(), at, about(delivery).put("reason", reason));
            database.flush();
            goOn(report);
            return reading.view(delivery);
        });
    }

    /** When it was the last that was waited for: on as far as the others have come, or back to the queue when none has arrived. */
    private void goOn(Report report) {
        if (report.state != State.RELEASED || deliveries.anyPending(report.id)) {
            return;
        }
        if (!deliveries.anyDelivered(report)) {
            report.go(State.RECEIVED);
            return;
        }
        report.go(State.FORWARDED);
        if (report.caseReference != null) {
            report.go(State.ACKNOWLEDGED);
        }
    }

    /** @throws Problem 404 also when it is another report's */
    private Delivery toChange(Report report, String id) {
        UUID key = Ids.read(id).orElseThrow(() -> Problem.notFound("delivery"));
        Delivery delivery = database.find(Delivery.class, key, LockModeType.PESSIMISTIC_WRITE);
        if (delivery == null || !delivery.report.equals(report.id)) {
            throw Problem.notFound("delivery");
        }
        return delivery;
    }

    private void checkNotUnderWay(Delivery delivery, Instant at) {
        if (outbox.isUnderWay(delivery, at)) {
            throw Problem.conflict("delivery-under-way", "Under way",
                    "It is being sent at this moment. How that ends is known by " + Moments.second(delivery.heldUntil) + " at the latest.")
                    .with("delivery", delivery.id).with("until", delivery.heldUntil);
        }
    }

    /**
     * An older revision that arrived after a newer one would look like news there. Those behind it that are still pending wait for
     * it again: they are put off a little, for a claim that has begun looks at their rows once more and then leaves them alone.
     */
    private void checkNotOvertaken(Delivery delivery, Instant at) {
        for (Delivery later : deliveries.behind(delivery)) {
            database.refresh(later, LockModeType.PESSIMISTIC_WRITE);
            if (later.state.equals(Delivery.DELIVERED)) {
                throw Problem.conflict("delivery-overtaken", "A newer one has arrived",
                                "Revision " + later.revisionNumber + " of this report has arrived there after it"
                                        + (later.notice > 0 ? ", with what was said of its withdrawal" : "")
                                        + ". To send revision " + delivery.revisionNumber + " now would make old words look new. "
                                        + "If something must be corrected there, release a new revision.")
                        .with("delivery", delivery.id).with("overtakenBy", later.id);
            }
            if (later.state.equals(Delivery.PENDING)) {
                checkNotUnderWay(later, at);
                later.nextAttemptAt = later.nextAttemptAt.isAfter(at.plus(BEHIND)) ? later.nextAttemptAt : at.plus(BEHIND);
            }
        }
    }

    private static Problem done(Delivery delivery, String why) {
        return Problem.conflict("delivery-done", "Nothing to be done", why).with("delivery", delivery.id).with("state", delivery.state);
    }

    private static ObjectNode about(Delivery delivery) {
        return Json.MAPPER.createObjectNode()
                .put("delivery", delivery.id.toString())
                .put("destination", delivery.destination)
                .put("revision", delivery.revisionNumber);
    }
}
