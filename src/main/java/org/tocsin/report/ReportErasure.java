package org.tocsin.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.tocsin.store.Erasable;
import org.tocsin.store.Erasure;
import org.tocsin.store.ExportTable;
import org.tocsin.store.Exported;

/**
 * Erases what was said in a report: bodies of revisions, snapshots of the inventory, details of the timeline, the title.
 * That it was there, when, its digests and our receipts stay.
 */
@ApplicationScoped
class ReportErasure implements Erasable, Exported {

    static final String TITLE = "Erased";

    private static final String REPORTS = """
            select id::text,
                   json_build_object('id', id, 'reference', reference, 'version', operator_version, 'state', state, 'stage', stage,
                     'title', title, 'tlp', tlp, 'severity', severity, 'caseReference', case_reference,
                     'awareAt', aware_at, 'receivedAt', received_at, 'changedAt', operator_changed_at)::text
            from report
            where organisation_id = :organisation and id::text > :after
            order by id::text
            limit :most""";

    private static final String REVISIONS = """
            select v.id::text,
                   json_build_object('report', v.report_id, 'number', v.number, 'stage', v.stage, 'receivedAt', v.received_at,
                     'submittedBy', v.submitted_by, 'client', v.client, 'bodySha256', encode(v.digest, 'hex'),
                     'receipt', v.receipt, 'timeFlags', v.time_flags::json,
                     'submission', convert_from(v.body, 'UTF8')::json,
                     'enrichment', convert_from(e.snapshot, 'UTF8')::json,
                     'erasedAt', v.erased_at, 'erasedBecause', v.erased_why)::text
            from revision v
            left join enrichment e on e.revision_id = v.id and e.audience = 'operator'
            where v.organisation_id = :organisation and v.id::text > :after
            order by v.id::text
            limit :most""";

    /** Numbered among what the organisation sees: the gaps in our numbers would count what it does not see. */
    private static final String TIMELINE = """
            select t.report_id::text || '/' || lpad(t.number::text, 10, '0'),
                   json_build_object('report', t.report_id,
                     'number', (select count(*) from timeline seen where seen.report_id = t.report_id and seen.number <= t.number),
                     'type', t.type, 'actor', t.actor, 'at', t.at,
                     'detail', t.detail::json, 'erasedAt', t.erased_at, 'erasedBecause', t.erased_why)::text
            from timeline t
            where t.organisation_id = :organisation and t.report_id::text || '/' || lpad(t.number::text, 10, '0') > :after
            order by 1
            limit :most""";

    private final EntityManager database;
    private final Reports reports;

    ReportErasure(EntityManager database, Reports reports) {
        this.database = database;
        this.reports = reports;
    }

    @Override
    public void erase(Erasure erasure) {
        if (erasure.scope() == Erasure.Scope.REPORT) {
            Report report = reports.findById(erasure.report());
            report.title = TITLE;
            report.changed(erasure.at());
            call("select cast(erase_revisions(:erasure) as text)", erasure);
        }
        call("select cast(erase_timeline(:erasure) as text)", erasure);
    }

    private void call(String function, Erasure erasure) {
        database.createNativeQuery(function).setParameter("erasure", erasure.id()).getSingleResult();
    }

    @Override
    public List<ExportTable> tables() {
        return List.of(new ExportTable("reports", REPORTS), new ExportTable("revisions", REVISIONS), new ExportTable("timeline", TIMELINE));
    }
}
