package org.tocsin.quarantine;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Nonce")
public record NonceAnswer(@Schema(description = "To be signed in an assertion, once") String nonce) {
}
