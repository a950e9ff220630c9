package org.tocsin.peer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PeerSubmissions implements PanacheRepositoryBase<PeerSubmission, UUID> {

    Optional<PeerSubmission> of(String peer, String deliveryId) {
        return find("peer = ?1 and deliveryId = ?2", peer, deliveryId).firstResultOptional();
    }

    /** The newest revision of a report that its sender has handed over, as numbered there; 0 when there is none. */
    int newestRevision(UUID report) {
        Integer newest = getEntityManager()
                .createQuery("select max(originRevision) from PeerSubmission where report = :report", Integer.class)
                .setParameter("report", report)
                .getSingleResult();
        return newest == null ? 0 : newest;
    }
}
