package org.tocsin.delivery.channel;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the intake protocol answers a submission with. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CertAnswer(
        @Schema(description = "Ask after it by this") String submissionId,
        @Schema(description = "The case number here") String caseReference,
        @Schema(description = "A JWS (RFC 7515, Ed25519) over {receiptId, submissionId, documentSha256, receivedAt, caseReference}") String receipt) {
}
