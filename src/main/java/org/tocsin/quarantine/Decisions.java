package org.tocsin.quarantine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tocsin.audit.Audience;
import org.tocsin.audit.Audit;
import org.tocsin.audit.AuditEvent;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.report.Accepted;
import org.tocsin.report.Report;
import org.tocsin.report.ReportIntake;
import org.tocsin.report.Reports;
import org.tocsin.report.Timeline;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;
import org.tocsin.web.paging.Slice;

/**
 * A person says what a report in quarantine is.
 *
 * <p>Crash story: that it is being accepted is committed first, then it is filed under the key of the first request, then it
 * is noted which report it became. If we crash in between, it stands as accepting; whoever accepts it again goes on from
 * there, and the key lets it be filed once.
 */
@ApplicationScoped
class Decisions {

    private final Transactions transactions;
    private final HeldReports held;
    private final ReportIntake intake;
    private final Reports reports;
    private final Timeline timeline;
    private final Audit audit;
    private final Now now;

    Decisions(Transactions transactions, HeldReports held, ReportIntake intake, Reports reports, Timeline timeline, Audit audit, Now now) {
        this.transactions = transactions;
        this.held = held;
        this.intake = intake;
        this.reports = reports;
        this.timeline = timeline;
        this.audit = audit;
        this.now = now;
    }

    Slice<HeldView> page(Caller reader, HeldQuery query) {
        return transactions.seeing(reader.sight(), () -> {
            List<HeldReport> found = held.page(reader, query.state(), query.after(), query.limit() + 1);
            return Slice.of(found.stream().map(each -> HeldView.listed(each, reader)).toList(), query.limit(), last -> query.next(last.id()));
        });
    }

    /** @throws Problem 404 */
    HeldView view(Caller reader, String id) {
        return transactions.seeing(reader.sight(), () -> HeldView.whole(held.visible(reader, id), reader));
    }

    /** @throws Problem 404; 409 when it was refused, or its key or number was used for another report meanwhile */
    HeldView accept(Caller liaison, String id) {
        HeldReport report = transactions.seeing(Sight.all(), () -> {
            HeldReport found = held.toDecide(id);
            if (found.state.equals(HeldReport.REFUSED)) {
                throw decided(found);
            }
            if (found.state.equals(HeldReport.HELD)) {
                decide(found, liaison, HeldReport.ACCEPTING, null);
            }
            return found;
        });
        if (report.state.equals(HeldReport.ACCEPTING)) {
            note(liaison, id, filed(report));
        }
        return view(liaison, id);
    }

    private UUID filed(HeldReport report) {
        Caller sender = Caller.machine(report.client, report.organisation, Set.of(Role.SENSOR));
        String key = report.idempotencyKey == null ? "quarantine-" + report.id : report.idempotencyKey;
        try {
            Accepted accepted = intake.acceptLate(sender, report.body, key, Optional.ofNullable(report.sentAt), report.receivedAt);
            return accepted.report();
        } catch (Problem refusal) {
            // It cannot become a report as it is: the person who reads why may refuse it.
            transactions.seeing(Sight.all(), () -> {
                held.toDecide(report.id.toString()).state = HeldReport.HELD;
            });
            throw refusal;
        }
    }

    private void note(Caller liaison, String id, UUID filed) {
        transactions.seeing(Sight.all(), () -> {
            HeldReport found = held.toDecide(id);
            if (!found.state.equals(HeldReport.ACCEPTING)) {
                return; // another acceptance of the same was first
            }
            found.state = HeldReport.ACCEPTED;
            found.report = filed;
            Report report = reports.toChange(filed);
            Instant at = now.instant();
            report.changedInside(at);
            timeline.write(report, "report.out-of-quarantine", liaison.actor(), Audience.INTERNAL, at, detail(found));
        });
    }

    /** @throws Problem 404; 409 when it was accepted */
    HeldView refuse(Caller liaison, String id, String reason) {
        return transactions.seeing(Sight.all(), () -> {
            HeldReport found = held.toDecide(id);
            if (found.state.equals(HeldReport.ACCEPTING) || found.state.equals(HeldReport.ACCEPTED)) {
                throw decided(found);
            }
            if (found.state.equals(HeldReport.HELD)) {
                decide(found, liaison, HeldReport.REFUSED, reason);
            }
            return HeldView.whole(found, liaison);
        });
    }

    private void decide(HeldReport found, Caller liaison, String state, String reason) {
        found.state = state;
        found.decidedBy = liaison.name();
        found.decidedAt = now.instant();
        found.reason = reason;
        audit.write(new AuditEvent(found.organisation, null, "quarantine." + (state.equals(HeldReport.REFUSED) ? "refused" : "accepted"),
                liaison.actor(), Audience.INTERNAL, found.decidedAt, detail(found)));
    }

    private static ObjectNode detail(HeldReport found) {
        ObjectNode detail = Json.MAPPER.createObjectNode().put("quarantine", found.id.toString()).put("client", found.client);
        if (found.reason != null) {
            detail.put("reason", found.reason);
        }
        return detail;
    }

    private static Problem decided(HeldReport found) {
        return Problem.conflict("quarantine-decided", "Decided already",
                "This report was " + (found.state.equals(HeldReport.REFUSED) ? "refused" : "accepted") + " already.")
                .with("state", found.state);
    }
}
