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
}
