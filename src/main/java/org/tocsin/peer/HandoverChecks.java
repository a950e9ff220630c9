package org.tocsin.peer;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tocsin.delivery.channel.ContentDigest;
import org.tocsin.delivery.channel.SubmissionSignature;
import org.tocsin.problem.Problem;
import org.tocsin.seal.Signed;

/**
 * Whether a submission is what the peer sent, whole, and meant for us. That the connection has a client
 * certificate and the token is bound to it (RFC 8705 section 3.1) has been checked before.
 */
@ApplicationScoped
class HandoverChecks {

    private final String ourName;

    HandoverChecks(@ConfigProperty(name = "tocsin.instance.name") String ourName) {
        this.ourName = ourName;
    }

    /** @throws Problem 400 without a usable delivery id, 422 for a digest or signature that is missing or does not verify */
    void check(Peer peer, Handover handover) {
        checkDeliveryId(handover.deliveryId());
        if (!ContentDigest.matches(handover.contentDigest(), handover.document())) {
            throw new Problem(422, "digest-mismatch", "Content-Digest does not match",
                    "The Content-Digest header (RFC 9530) must carry the sha-256 of the body as it is sent.");
        }
        checkSignature(peer, handover);
    }

    private static void checkDeliveryId(String deliveryId) {
        if (deliveryId == null || !deliveryId.matches(CertSubmission.UUID_FORM)) {
            throw new Problem(400, "bad-idempotency-key", "Unusable Idempotency-Key",
                    "The Idempotency-Key header must carry the delivery id, a UUID in lower case.");
        }
    }

    private void checkSignature(Peer peer, Handover handover) {
        Signed signed = peer.keys().verifyDetached(String.valueOf(handover.signature()), handover.document())
                .filter(candidate -> SubmissionSignature.TYPE.equals(candidate.header().get("typ")))
                .orElseThrow(() -> new Problem(422, "bad-signature", "Signature does not verify",
                        "The Tocsin-Signature header must carry a detached JWS (RFC 7515 appendix F) over the body, "
                                + "by a key that is registered here for this peer."));
        if (!ourName.equals(signed.header().get("aud"))) {
            throw new Problem(422, "wrong-audience", "Meant for another",
                    "The signature's aud is not this service's name, so the submission was not meant for us.");
        }
        if (!handover.deliveryId().equals(signed.header().get("deliveryId"))) {
            throw new Problem(422, "wrong-delivery-id", "Signature of another delivery",
                    "The signature's deliveryId is not the Idempotency-Key.");
        }
    }
}
