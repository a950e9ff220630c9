package org.tocsin.incident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tocsin.audit.Actor;
import org.tocsin.audit.Audience;
import org.tocsin.json.Json;
import org.tocsin.report.Report;
import org.tocsin.report.State;
import org.tocsin.report.Timeline;

/**
 * Which reports are handled together. It spans organisations, so nothing of it changes what an operator can see of its
 * report: neither version nor time of change, and its entries are internal. Always within the caller's transaction.
 */
@ApplicationScoped
public class Incidents {

    /**
     * Whether a report {@code r} needs no row of its own in the queue, for whoever works on its lead has it in view. What its
     * operator says meanwhile brings it up again, and so does the end of work on the lead.
     */
    public static final String FOLDED = """
            exists (select from incident_part p
                    join report l on l.id = p.lead_id
                    where p.report_id = r.id
                      and p.revision = r.latest_revision
                      and r.state in ('in-triage', 'awaiting-operator')
                      and l.state in (%s)
                      and not exists (select from timeline t
                                      where t.report_id = r.id
                                        and t.at > p.merged_at
                                        and t.type in ('question.answered', 'report.behalf-contested', 'attachment.added')))"""
            .formatted(State.OPEN.stream().map(state -> "'" + state.code() + "'").collect(Collectors.joining(", ")));

    private static final String UNDER = """
            select r.reference
            from incident_part m
            join report lead on lead.id = m.lead_id
            join report r on r.id = m.report_id
            where lead.reference = :lead and
            """ + FOLDED + """

            order by r.id""";

    private final EntityManager database;
    private final Timeline timeline;

    Incidents(EntityManager database, Timeline timeline) {
        this.database = database;
        this.timeline = timeline;
    }

    public Optional<IncidentPart> part(UUID report) {
        return Optional.ofNullable(database.find(IncidentPart.class, report));
    }

    /** The one that leads where this report is handled: often itself. As the database has it now, not as it was read before. */
    public UUID lead(UUID report) {
        return database.createQuery("select lead from IncidentPart where report = :report", UUID.class).setParameter("report", report)
                .getResultStream().findFirst().orElse(report);
    }

    /** The references of those that are handled with this one and need no row of their own. */
    @SuppressWarnings("unchecked")
    public List<String> foldedUnder(String lead) {
        return database.createNativeQuery(UNDER, String.class).setParameter("lead", lead).getResultList();
    }

    /**
     * From now on it is handled with another, and so is what was handled with it. The caller holds the report and the one that
     * leads; that is why no two can come to lead each other.
     *
     * @param into as it was named
     * @param lead the one that leads there, which is another than this report
     */
    public void join(Report report, Report into, Report lead, Actor liaison, String reason, Instant at) {
        part(report.id).ifPresent(before -> takeAlong(report.id, report.id, led(before.lead)));
        led(report.id).forEach(each -> each.lead = lead.id);
        IncidentPart part = part(report.id).orElseGet(IncidentPart::new);
        part.report = report.id;
        part.into = into.id;
        part.lead = lead.id;
        part.revision = report.latestRevision;
        part.reason = reason;
        part.mergedBy = liaison.name();
        part.mergedAt = at;
        database.persist(part);
        note(report, "incident.joined", liaison, at, Json.MAPPER.createObjectNode().put("into", into.reference).put("reason", reason));
        note(lead, "incident.widened", liaison, at, Json.MAPPER.createObjectNode().put("by", report.reference));
    }

    /** It is handled by itself again, and leads what was handled with it before. The caller holds it and the one that leads. */
    public void leave(Report report, IncidentPart part, Report lead, Actor liaison, String reason, Instant at) {
        database.remove(part);
        takeAlong(report.id, report.id, led(lead.id));
        note(report, "incident.left", liaison, at, Json.MAPPER.createObjectNode().put("from", lead.reference).put("reason", reason));
        note(lead, "incident.narrowed", liaison, at, Json.MAPPER.createObjectNode().put("by", report.reference));
    }

    private static void takeAlong(UUID lead, UUID into, List<IncidentPart> all) {
        all.stream().filter(each -> each.into.equals(into)).forEach(each -> {
            each.lead = lead;
            takeAlong(lead, each.report, all);
        });
    }

    private List<IncidentPart> led(UUID lead) {
        return database.createQuery("from IncidentPart where lead = :lead", IncidentPart.class).setParameter("lead", lead).getResultList();
    }

    private void note(Report report, String type, Actor liaison, Instant at, ObjectNode detail) {
        timeline.write(report, type, liaison, Audience.INTERNAL, at, detail);
    }
}
