package org.tocsin.peer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.tocsin.delivery.document.ForOperators;
import org.tocsin.store.Erasable;
import org.tocsin.store.Erasure;
import org.tocsin.store.ExportTable;
import org.tocsin.store.Exported;

/** Erases the document that a peer handed over; its digest and our receipt for it stay. */
@ApplicationScoped
class PeerErasure implements Erasable, Exported {

    private static final String SUBMISSIONS = """
            select id::text,
                   json_build_object('id', id, 'report', report_id, 'revision', revision_number, 'peer', peer, 'deliveryId', delivery_id,
                     'documentSha256', encode(digest, 'hex'), %s,
                     'receivedAt', received_at)::text
            from peer_submission
            where organisation_id = :organisation and id::text > :after
            order by id::text
            limit :most""".formatted(ForOperators.document("document"));

    private final EntityManager database;

    PeerErasure(EntityManager database) {
        this.database = database;
    }

    @Override
    public void erase(Erasure erasure) {
        database.createNativeQuery("select cast(erase_handed_over(:erasure) as text)").setParameter("erasure", erasure.id()).getSingleResult();
    }

    @Override
    public List<ExportTable> tables() {
        return List.of(new ExportTable("handed-over", SUBMISSIONS));
    }
}
