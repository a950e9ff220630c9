package org.tocsin.incident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.tocsin.audit.Audience;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.report.Report;
import org.tocsin.report.Reports;
import org.tocsin.report.Timeline;
import org.tocsin.store.Ids;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/**
 * Links between reports, of whichever organisations. Nothing of them changes what an operator can see: neither the version of
 * a report nor when it changed last.
 */
@ApplicationScoped
public class LinkDesk {

    private final EntityManager database;
    private final Transactions transactions;
    private final Reports reports;
    private final ConnectionReading connections;
    private final Timeline timeline;
    private final Now now;

    LinkDesk(EntityManager database, Transactions transactions, Reports reports, ConnectionReading connections,
            Timeline timeline, Now now) {
        this.database = database;
        this.transactions = transactions;
        this.reports = reports;
        this.connections = connections;
        this.timeline = timeline;
        this.now = now;
    }

    /** Oldest first. */
    public List<LinkView> of(String name, Caller reader) {
        return transactions.seeing(Sight.all(), () -> of(reports.visible(reader, name).id));
    }

    private List<LinkView> of(UUID report) {
        return connections.of(report).links();
    }

    /**
     * Any liaison may, whoever holds the reports.
     *
     * @param with the other's id or reference
     * @throws Problem 404 for a report that is none, 422 for one that cannot be linked, 409 when the link is there
     */
    public LinkView link(Caller liaison, String name, String with, LinkKind kind, String reason) {
        return transactions.seeing(Sight.all(), () -> {
            UUID from = reports.visible(liaison, name).id;
            UUID to = other(liaison, with).id;
            if (from.equals(to)) {
                throw Problem.invalid("link", List.of(new Fault("/with", "unfit", "A report cannot be linked with itself.")));
            }
            hold(from, to);
            if (of(from).stream().anyMatch(link -> link.report().id().equals(to))) {
                throw Problem.conflict("linked-already", "Linked already", "These two are linked already. Remove that link first to say it otherwise.");
            }
            ReportLink link = new ReportLink();
            link.id = Ids.next();
            link.first = from.compareTo(to) < 0 ? from : to;
            link.second = link.first.equals(from) ? to : from;
            link.kind = kind.word();
            link.reason = reason;
            link.linkedBy = liaison.name();
            link.linkedAt = now.instant();
            database.persist(link);
            write(from, to, "report.linked", liaison, link.linkedAt, Json.MAPPER.createObjectNode().put("kind", link.kind).put("reason", reason));
            database.flush();
            return of(from).stream().filter(each -> each.id().equals(link.id)).findFirst().orElseThrow();
        });
    }

    /** @throws Problem 404 also when it is no link of this report */
    public void unlink(Caller liaison, String name, String id) {
        transactions.seeing(Sight.all(), () -> {
            UUID from = reports.visible(liaison, name).id;
            ReportLink link = Ids.read(id).map(key -> database.find(ReportLink.class, key))
                    .filter(each -> each.first.equals(from) || each.second.equals(from))
                    .orElseThrow(() -> Problem.notFound("link"));
            UUID to = link.first.equals(from) ? link.second : link.first;
            hold(from, to);
            if (database.createQuery("delete from ReportLink where id = :id").setParameter("id", link.id).executeUpdate() == 0) {
                throw Problem.notFound("link"); // another was faster
            }
            write(from, to, "report.unlinked", liaison, now.instant(), Json.MAPPER.createObjectNode().put("kind", link.kind));
        });
    }

    private Report other(Caller liaison, String with) {
        try {
            return reports.visible(liaison, with);
        } catch (Problem none) {
            throw Problem.invalid("link", List.of(new Fault("/with", "unknown", "There is no report of this reference.")));
        }
    }

    /** In one order, so that two that link at once do not wait for each other crosswise. */
    private void hold(UUID one, UUID other) {
        Stream.of(one, other).sorted().forEach(reports::toChange);
    }

    /** On both: each tells the other's name and nothing that the other's operator said. */
    private void write(UUID from, UUID to, String type, Caller liaison, Instant at, ObjectNode detail) {
        Report here = reports.findById(from);
        Report there = reports.findById(to);
        timeline.write(here, type, liaison.actor(), Audience.INTERNAL, at, detail.deepCopy().put("with", there.reference));
        timeline.write(there, type, liaison.actor(), Audience.INTERNAL, at, detail.deepCopy().put("with", here.reference));
    }
}
