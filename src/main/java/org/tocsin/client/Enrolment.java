package org.tocsin.client;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is to be enrolled. */
@Schema(name = "Enrolment")
public record Enrolment(
        @Schema(required = true, minLength = 3, maxLength = 60, pattern = "^[a-z0-9]+(-[a-z0-9]+)*$",
                description = "Small letters, digits and single hyphens; becomes its OAuth client id") String id,
        @Schema(required = true, minLength = 1, maxLength = 200, description = "What people call it") String title,
        @Schema(required = true, minLength = 1, maxLength = 64, description = "Whose it is") String organisation,
        @Schema(required = true, description = "A sensor files reports by /api; a peer hands them over by /cert") ClientRole role,
        @Schema(required = true, description = "secret: we make one and show it once. key: it signs assertions with a key of its own. "
                + "certificate: it shows a certificate on the TLS connection, and its tokens are bound to it") Proof proof,
        @Schema(description = "For proof key: the public key as a JSON Web Key: EC P-256, Ed25519, or RSA of 2048 bits and more",
                implementation = Object.class) JsonNode key,
        @Schema(maxLength = 10000, description = "For proof certificate, and if its tokens are to be bound also for proof key: "
                + "the certificate, PEM, without its private key") String certificate) {
}
