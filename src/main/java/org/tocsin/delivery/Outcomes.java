package org.tocsin.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.tocsin.audit.Actor;
import org.tocsin.audit.Audience;
import org.tocsin.delivery.channel.Outcome;
import org.tocsin.json.Json;
import org.tocsin.outbox.Lease;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.report.State;
import org.tocsin.report.Timeline;
import org.tocsin.time.Now;
import org.tocsin.time.RetryPlan;

/**
 * Writes down how an attempt went: the attempt, the delivery, the report and its timeline in one
 * transaction. A delivery that fails over and over says so at its first failure and whenever the reason is another; each
 * attempt has its row.
 *
 * <p>Crash story: if we crash before its commit, we do not have the receipt, although the destination
 * has the report. The next attempt fetches the same receipt, for a repeat is answered with the first.
 */
@ApplicationScoped
class Outcomes {

    private static final Logger LOG = Logger.getLogger(Outcomes.class);

    private final EntityManager database;
    private final Reports reports;
    private final Deliveries deliveries;
    private final Timeline timeline;
    private final Now now;
    private final RetryPlan plan;

    Outcomes(EntityManager database, Reports reports, Deliveries deliveries,
            Timeline timeline, Now now, Pace pace) {
        this.database = database;
        this.reports = reports;
        this.deliveries = deliveries;
        this.timeline = timeline;
        this.now = now;
        this.plan = new RetryPlan(pace.firstRetry(), pace.lastRetry());
    }

    /** In a transaction of its own. */
    void write(Lease lease, Outcome outcome) {
        // The report first, as every act does, so that two acts never deadlock.
        Report report = reports.toChange(database.find(Delivery.class, lease.entry()).report);
        Delivery delivery = database.find(Delivery.class, lease.entry());
        database.refresh(delivery, LockModeType.PESSIMISTIC_WRITE);
        if (delivery.fence != lease.fence() || !delivery.state.equals(Delivery.PENDING)) {
            return; // a later lease has taken over, and its word counts
        }
        Instant at = now.instant();
        delivery.heldUntil = null;
        if (outcome instanceof Outcome.Delivered delivered) {
            end(lease, at, "delivered", null);
            LOG.infof("Delivery attempted delivery=%s destination=%s attempt=%d outcome=delivered", delivery.id, delivery.destination, lease.attempt());
            delivered(report, delivery, delivered, at);
        } else {
            failed(report, delivery, lease, outcome, at);
        }
    }

    private void delivered(Report report, Delivery delivery, Outcome.Delivered outcome, Instant at) {
        delivery.state = Delivery.DELIVERED;
        delivery.trouble = null;
        delivery.deliveredAt = at;
        delivery.receipt = outcome.receipt();
        delivery.submissionId = outcome.submissionId();
        delivery.caseReference = outcome.caseReference();
        report.changed(at);
        timeline.write(report, "delivery.receipted", Actor.TOCSIN, Audience.OPERATOR, at, about(delivery)
                .put("submissionId", outcome.submissionId())
                .put("receipt", outcome.receipt()));
        database.flush();
        if (report.state == State.RELEASED && !deliveries.anyPending(report.id)) {
            report.go(State.FORWARDED);
        }
        if (outcome.caseReference() != null) {
            acknowledged(report, delivery, at);
        }
        // Also when it was another destination, an earlier one, that gave the case its number.
        if (report.state == State.FORWARDED && report.caseReference != null) {
            report.go(State.ACKNOWLEDGED);
        }
    }

    private void acknowledged(Report report, Delivery delivery, Instant at) {
        report.caseReference = delivery.caseReference;
        timeline.write(report, "report.acknowledged", Actor.named(delivery.destination), Audience.OPERATOR, at,
                about(delivery).put("caseReference", delivery.caseReference));
    }

    private void failed(Report report, Delivery delivery, Lease lease, Outcome outcome, Instant at) {
        double spread = ThreadLocalRandom.current().nextDouble();
        boolean refused = outcome instanceof Outcome.Refused;
        String reason = outcome instanceof Outcome.Refused r ? r.reason() : ((Outcome.Unanswered) outcome).reason();
        Duration wait = refused ? plan.waitAfterRefusal(spread) : plan.waitAfter(delivery.attempts, spread);
        delivery.nextAttemptAt = at.plus(wait);
        delivery.trouble = refused ? Delivery.REFUSED : Delivery.UNAVAILABLE;
        String ended = refused ? "refused" : "retry";
        boolean news = deliveries.lastEnded(delivery).filter(before -> before.endedAs(ended, reason)).isEmpty();
        end(lease, at, ended, reason);
        if (news) {
            timeline.write(report, refused ? "delivery.refused" : "delivery.failed", Actor.TOCSIN, Audience.INTERNAL, at,
                    about(delivery).put("attempt", lease.attempt()).put("reason", reason));
            LOG.infof("Delivery attempted delivery=%s destination=%s attempt=%d outcome=%s", delivery.id, delivery.destination, lease.attempt(), ended);
        }
    }

    private void end(Lease lease, Instant at, String outcome, String reason) {
        DeliveryAttempt attempt = database.find(DeliveryAttempt.class,
                new DeliveryAttempt.Key(lease.entry(), lease.attempt()));
        attempt.endedAt = at;
        attempt.outcome = outcome;
        attempt.reason = reason;
    }

    private static ObjectNode about(Delivery delivery) {
        return Json.MAPPER.createObjectNode()
                .put("delivery", delivery.id.toString())
                .put("destination", delivery.destination)
                .put("revision", delivery.revisionNumber);
    }
}
