package org.tocsin.behalf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.tocsin.store.Erasable;
import org.tocsin.store.Erasure;
import org.tocsin.store.ExportTable;
import org.tocsin.store.Exported;

/** Erases who called about a report, from where, and what was said; that it was filed on behalf stays. */
@ApplicationScoped
class BehalfErasure implements Erasable, Exported {

    private static final String FILED = """
            select report_id::text,
                   json_build_object('report', report_id, 'caller', caller, 'takenBy', taken_by, 'takenAt', taken_at,
                     'calledBackAt', called_back_at, 'confirmation', confirmation, 'decidedBy', decided_by,
                     'decidedAt', decided_at, 'reason', reason)::text
            from on_behalf
            where organisation_id = :organisation and report_id::text > :after
            order by report_id::text
            limit :most""";

    private static final String MARK = """
            update on_behalf
            set caller = 'Erased',
                reason = null
            where report_id = :report""";

    private final EntityManager database;

    BehalfErasure(EntityManager database) {
        this.database = database;
    }

    @Override
    public void erase(Erasure erasure) {
        if (erasure.scope() == Erasure.Scope.REPORT) {
            database.createNativeQuery(MARK).setParameter("report", erasure.report()).executeUpdate();
            database.createNativeQuery("select cast(erase_calls(:erasure) as text)").setParameter("erasure", erasure.id()).getSingleResult();
        }
    }

    @Override
    public List<ExportTable> tables() {
        return List.of(new ExportTable("filed-on-behalf", FILED));
    }
}
