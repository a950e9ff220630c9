package org.tocsin.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tocsin.report.State;

/** Reads all of a report's connections in one statement, within the caller's transaction. */
@ApplicationScoped
class ConnectionReading {

    private static final String LINK = "link";
    private static final String PART = "part";

    private static final String CONNECTIONS = """
            select 'part' as what, r.id, r.reference, r.version, r.title, o.name as organisation, r.state, r.holder, r.holder_id, r.severity, r.liaison_severity,
                   i.reference as how, p.reason, p.merged_by as by, p.merged_at as at,
            """ + Incidents.FOLDED + """
             as folded, cast(null as uuid) as link
            from (select coalesce((select own.lead_id from incident_part own where own.report_id = :report), :report) as id) lead
            join report r on r.id = lead.id or r.id in (select m.report_id from incident_part m where m.lead_id = lead.id)
            join organisation o on o.id = r.organisation_id
            left join incident_part p on p.report_id = r.id
            left join report i on i.id = p.into_id
            union all
            select 'link', r.id, r.reference, r.version, r.title, o.name, r.state, r.holder, r.holder_id, r.severity, r.liaison_severity,
                   k.kind, k.reason, k.linked_by, k.linked_at, false, k.id
            from report_link k
            join report r on r.id = case when k.first_id = :report then k.second_id else k.first_id end
            join organisation o on o.id = r.organisation_id
            where k.first_id = :report or k.second_id = :report
            order by what, at nulls first, id""";

    private final EntityManager database;

    ConnectionReading(EntityManager database) {
        this.database = database;
    }

    Connections of(UUID report) {
        List<Tuple> rows = rows(database.createNativeQuery(CONNECTIONS, Tuple.class).setParameter("report", report));
        List<IncidentView> incident = rows.stream().filter(row -> is(row, PART)).map(ConnectionReading::part).toList();
        return new Connections(incident.size() < 2 ? List.of() : incident,
                rows.stream().filter(row -> is(row, LINK)).map(ConnectionReading::link).toList());
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(Query statement) {
        return statement.getResultList();
    }

    private static boolean is(Tuple row, String what) {
        return text(row, "what").equals(what);
    }

    private static IncidentView part(Tuple row) {
        return new IncidentView(row.get("id", UUID.class), text(row, "reference"), row.get("version", Number.class).intValue(),
                text(row, "title"), text(row, "organisation"), State.of(text(row, "state")), text(row, "holder"), text(row, "holder_id"), text(row, "severity"),
                text(row, "liaison_severity"), text(row, "how"), text(row, "reason"), text(row, "by"), row.get("at", Instant.class),
                row.get("folded", Boolean.class));
    }

    private static LinkView link(Tuple row) {
        return new LinkView(row.get("link", UUID.class), LinkKind.of(text(row, "how")), text(row, "reason"), text(row, "by"),
                row.get("at", Instant.class), new LinkView.Linked(row.get("id", UUID.class), text(row, "reference"), text(row, "title"),
                        text(row, "organisation"), State.of(text(row, "state"))));
    }

    private static String text(Tuple row, String column) {
        return row.get(column, String.class);
    }
}
