package org.tocsin.delivery.channel;

import java.time.Instant;
import java.util.Map;
import org.tocsin.seal.Seal;

/**
 * The detached signature that travels with a submission. Its protected header says for whom it is and
 * which delivery, so that it cannot be replayed to another destination.
 */
public final class SubmissionSignature {

    public static final String HEADER = "Tocsin-Signature";
    /** The typ of its JWS header. */
    public static final String TYPE = "tocsin-submission+jws";

    private SubmissionSignature() {
    }

    public static String of(Parcel parcel, Seal seal, String audience, Instant at) {
        return seal.signDetached(parcel.document(), TYPE, Map.of(
                "aud", audience,
                "deliveryId", parcel.deliveryId().toString(),
                "iat", at.getEpochSecond()));
    }
}
