package org.tocsin.delivery.channel;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.util.Optional;
import org.tocsin.json.Json;
import org.tocsin.seal.Sha256;
import org.tocsin.seal.Signed;
import org.tocsin.seal.TrustedKeys;

/**
 * The destination's signed word that it has our document: the payload of its receipt.
 *
 * @param documentSha256 hexadecimal
 * @param receivedAt     by its clock, RFC 3339
 * @param caseReference  the CERT's case number; null when it has none yet
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CertReceipt(String receiptId, String submissionId, String deliveryId, String documentSha256,
        String receivedAt, String caseReference) {

    /** The typ of its JWS header. */
    public static final String TYPE = "tocsin-cert-receipt+jws";

    /** @return the receipt, when it is one: signed by one of these keys, of this type, for this delivery and these bytes */
    static Optional<CertReceipt> verified(String jws, TrustedKeys keys, Parcel parcel) {
        return keys.verify(jws)
                .filter(signed -> TYPE.equals(signed.header().get("typ")))
                .flatMap(CertReceipt::read)
                .filter(receipt -> parcel.deliveryId().toString().equals(receipt.deliveryId)
                        && Sha256.hex(Sha256.of(parcel.document())).equals(receipt.documentSha256)
                        && receipt.submissionId != null);
    }

    private static Optional<CertReceipt> read(Signed signed) {
        try {
            return Optional.ofNullable(Json.MAPPER.readValue(signed.payload(), CertReceipt.class)); // null for "null"
        } catch (IOException notAReceipt) {
            return Optional.empty();
        }
    }
}
