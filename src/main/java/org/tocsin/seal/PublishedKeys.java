package org.tocsin.seal;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Describes our key set as it is served (RFC 7517 section 5). */
@Schema(name = "JsonWebKeySet", additionalProperties = Schema.True.class)
record PublishedKeys(@Schema(description = "The one that signs now is first") List<PublishedKey> keys) {

    /** An Ed25519 public key (RFC 8037). */
    @Schema(name = "Ed25519Key", additionalProperties = Schema.True.class)
    record PublishedKey(
            @Schema(description = "Always OKP") String kty,
            @Schema(description = "Always Ed25519") String crv,
            @Schema(description = "As a receipt's header names it") String kid,
            @Schema(description = "The public key, base64url") String x) {
    }
}
