package org.tocsin.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.delivery.document.ForOperators;
import org.tocsin.store.Erasable;
import org.tocsin.store.Erasure;
import org.tocsin.store.ExportTable;
import org.tocsin.store.Exported;

/** Erases the documents that were sent, and reasons that quote them. Their digests and the receipts for them stay. */
@ApplicationScoped
class DeliveryErasure implements Erasable, Exported {

    private static final String PENDING = """
            select count(*) from delivery
            where report_id = :report and state = 'pending'""";

    private static final String DELIVERIES = """
            select id::text,
                   json_build_object('id', id, 'report', report_id, 'revision', revision_number, 'destination', destination,
                     'state', state, 'documentSha256', encode(digest, 'hex'), %s,
                     'receipt', receipt, 'submissionId', submission_id, 'caseReference', case_reference,
                     'createdAt', created_at, 'deliveredAt', delivered_at)::text
            from delivery
            where organisation_id = :organisation and id::text > :after
            order by id::text
            limit :most""".formatted(ForOperators.document("document"));

    private final EntityManager database;

    DeliveryErasure(EntityManager database) {
        this.database = database;
    }

    @Override
    public Optional<String> objection(UUID report) {
        Number pending = (Number) database.createNativeQuery(PENDING).setParameter("report", report).getSingleResult();
        return pending.longValue() == 0 ? Optional.empty() : Optional.of("It is still on its way to a destination.");
    }

    @Override
    public void erase(Erasure erasure) {
        if (erasure.scope() == Erasure.Scope.REPORT) {
            database.createNativeQuery("update delivery set document = null where report_id = :report and state <> 'pending'")
                    .setParameter("report", erasure.report()).executeUpdate();
            database.createNativeQuery("""
                            update delivery_attempt set reason = null
                            where delivery_id in (select id from delivery where report_id = :report)""")
                    .setParameter("report", erasure.report()).executeUpdate();
        }
    }

    @Override
    public List<ExportTable> tables() {
        return List.of(new ExportTable("deliveries", DELIVERIES));
    }
}
