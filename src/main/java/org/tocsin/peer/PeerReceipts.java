package org.tocsin.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.tocsin.delivery.channel.CertAnswer;
import org.tocsin.delivery.channel.CertReceipt;
import org.tocsin.json.Canonical;
import org.tocsin.json.Instants;
import org.tocsin.json.Json;
import org.tocsin.report.Report;
import org.tocsin.seal.Seal;
import org.tocsin.seal.Sha256;
import org.tocsin.store.Ids;

/** What a peer gets for a submission: our signed receipt and the case reference, which is our report's reference. */
@ApplicationScoped
class PeerReceipts {

    private final Seal seal;

    PeerReceipts(Seal seal) {
        this.seal = seal;
    }

    /** @return the answer's bytes, to be stored with the submission */
    byte[] answer(UUID submission, Handover handover, Report report, Instant receivedAt) {
        CertReceipt receipt = new CertReceipt(Ids.next().toString(), submission.toString(), handover.deliveryId(),
                Sha256.hex(Sha256.of(handover.document())), Instants.write(receivedAt), report.reference);
        String signed = seal.sign(Canonical.bytes(receipt), CertReceipt.TYPE);
        try {
            return Json.MAPPER.writeValueAsBytes(new CertAnswer(submission.toString(), report.reference, signed));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }
}
