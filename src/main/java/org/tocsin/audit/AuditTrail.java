package org.tocsin.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tocsin.json.Json;

/** Reads the log: one report's entries, as far as the transaction may see them. */
@ApplicationScoped
public class AuditTrail {

    private static final String OF_A_REPORT = """
            select e.id, l.index, p.content, e.type, e.actor, e.actor_id, e.at, p.erased_at, p.erased_why
            from audit_entry e
            left join audit_leaf l on l.entry_id = e.id
            left join audit_payload p on p.entry_id = e.id
            where e.report_id = :report
            order by l.index nulls last, e.id""";

    private static final String COMMITTED = """
            select e.id, e.commitment, p.salt, p.content
            from audit_entry e
            left join audit_leaf l on l.entry_id = e.id
            left join audit_payload p on p.entry_id = e.id
            where e.report_id = :report
            order by l.index nulls last, e.id""";

    private static final String OF_AN_ORGANISATION = """
            select e.id, l.index, p.content, e.type, e.actor, e.actor_id, e.at, p.erased_at, p.erased_why
            from audit_entry e
            left join audit_leaf l on l.entry_id = e.id
            left join audit_payload p on p.entry_id = e.id
            where e.organisation_id = :organisation
              and e.report_id is null
              and split_part(e.type, '.', 1) = any(cast(:kinds as text[]))
            order by l.index desc nulls first, e.id desc
            limit :most""";

    private final EntityManager database;

    AuditTrail(EntityManager database) {
        this.database = database;
    }

    /** In the order of the log; entries that have no place in it yet come last. */
    @SuppressWarnings("unchecked")
    public List<AuditRecord> of(UUID report) {
        List<Object[]> rows = database.createNativeQuery(OF_A_REPORT)
                .setParameter("report", report)
                .getResultList();
        return rows.stream().map(AuditTrail::read).toList();
    }

    /** What the log is bound to, in its order, with what opens it as far as the transaction may see that. */
    @SuppressWarnings("unchecked")
    public List<Committed> committed(UUID report) {
        List<Object[]> rows = database.createNativeQuery(COMMITTED).setParameter("report", report).getResultList();
        return rows.stream().map(row -> new Committed((UUID) row[0], (byte[]) row[1], (byte[]) row[2], (byte[]) row[3])).toList();
    }

    /**
     * What happened to an organisation itself, newest first, as it was written: also what has no place in the log yet.
     *
     * @param kinds the parts of the types before the point
     */
    @SuppressWarnings("unchecked")
    public List<AuditRecord> ofOrganisation(String organisation, List<String> kinds, int most) {
        List<Object[]> rows = database.createNativeQuery(OF_AN_ORGANISATION)
                .setParameter("organisation", organisation)
                .setParameter("kinds", kinds.toArray(String[]::new))
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(AuditTrail::read).toList();
    }

    private static AuditRecord read(Object[] row) {
        Long index = row[1] == null ? null : ((Number) row[1]).longValue();
        if (row[2] == null) {
            return new AuditRecord((UUID) row[0], index, (String) row[3], (String) row[4], (String) row[5], (Instant) row[6], null,
                    (Instant) row[7], (String) row[8]);
        }
        return AuditRecord.of((UUID) row[0], index, Json.tree((byte[]) row[2]));
    }
}
