package org.tocsin.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.tocsin.audit.Actor;
import org.tocsin.audit.Audience;
import org.tocsin.audit.Audit;
import org.tocsin.audit.AuditEvent;
import org.tocsin.audit.AuditRows;
import org.tocsin.json.Json;

/**
 * A report's own append-only history. Rooms above write here what they did; each entry goes to the
 * audit log as well, so that no step is on one and not on the other.
 */
@ApplicationScoped
public class Timeline {

    /** What happened, as the report's history and the audit log tell it. */
    record Step(TimelineEntry entry, AuditRows audit) {
    }

    private final EntityManager database;
    private final Audit audit;

    Timeline(EntityManager database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /**
     * Writes an entry, in the transaction of the act, which holds the report's row.
     *
     * @param type   noun and participle: report.claimed
     * @param detail what is worth knowing of it; nothing internal when the operator may read it
     */
    public void write(Report report, String type, Actor actor, Audience audience, Instant at, ObjectNode detail) {
        write(draw(report, type, actor, audience, at, detail));
    }

    /** Writes what was drawn before, for something else had to name it. */
    void write(Step step) {
        database.persist(step.entry());
        audit.write(step.audit());
    }

    /** The same rows, not written yet. */
    static Step draw(Report report, String type, Actor actor, Audience audience, Instant at, ObjectNode detail) {
        return new Step(entry(report, type, actor, audience, at, detail),
                Audit.draw(event(report, type, actor, audience, at, detail)));
    }

    private static TimelineEntry entry(Report report, String type, Actor actor, Audience audience, Instant at, ObjectNode detail) {
        report.timelineLength++;
        TimelineEntry entry = new TimelineEntry();
        entry.report = report.id;
        entry.number = report.timelineLength;
        entry.organisation = report.organisation;
        entry.type = type;
        entry.actor = actor.name();
        entry.audience = audience.code();
        entry.at = at;
        entry.detail = detail.toString();
        return entry;
    }

    private static AuditEvent event(Report report, String type, Actor actor, Audience audience, Instant at, ObjectNode detail) {
        return new AuditEvent(report.organisation, report.id, type, actor, audience, at, detail);
    }

    /**
     * Writes what one of our side did and the operator may know, in two entries: the operator's names the role alone, so
     * that it can be shown and proven as it stands; the internal one after it says whose act that was.
     *
     * @param role what the operator reads: {@link org.tocsin.party.Role#LIAISON_TO_OPERATORS}
     */
    public void writeAs(String role, Report report, String type, Actor account, Instant at, ObjectNode detail) {
        write(report, type, Actor.named(role), Audience.OPERATOR, at, detail);
        write(report, Audit.ATTRIBUTED, account, Audience.INTERNAL, at, Json.MAPPER.createObjectNode()
                .put("entry", report.timelineLength)
                .put("type", type));
    }

    /** In the order in which it happened, as far as the transaction may see it. */
    public List<TimelineEntry> of(Report report) {
        return database.createQuery("from TimelineEntry where report = :report order by number", TimelineEntry.class)
                .setParameter("report", report.id)
                .getResultList();
    }
}
