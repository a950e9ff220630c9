package org.tocsin.peer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;
import org.tocsin.seal.TrustedKeys;

/** Knows the peers that are registered here. */
@ApplicationScoped
class Peers {

    private final PeerConfig config;
    private final Map<String, TrustedKeys> keys = new ConcurrentHashMap<>();

    Peers(PeerConfig config) {
        this.config = config;
    }

    /** @throws Problem 403 when the token's client is not registered as a peer */
    Peer of(Caller caller) {
        return Optional.of(caller).filter(Caller::isMachine).flatMap(machine -> Optional.ofNullable(config.peers().get(machine.client())))
                .map(peer -> new Peer(caller.client(), peer.organisation(),
                        keys.computeIfAbsent(caller.client(), unread -> TrustedKeys.in(peer.signatureKeys()))))
                .orElseThrow(() -> new Problem(403, "unknown-peer", "Unknown peer",
                        "This client is not registered here as one that hands reports over."));
    }
}
