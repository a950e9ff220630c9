package org.tocsin.client;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** With what a client proves itself from now on; nothing for one with a secret, which we make anew. */
@Schema(name = "Rotation")
public record Rotation(
        @Schema(description = "For proof key: the new public key, a JSON Web Key", implementation = Object.class) JsonNode key,
        @Schema(maxLength = 10000, description = "The new certificate, PEM, of a client that has one") String certificate) {
}
