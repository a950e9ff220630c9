package org.tocsin.client;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.conditional.Tagged;

@Schema(name = "EnrolledClient")
public record Enrolled(
        ClientView client,
        @Schema(description = "Of a client with proof secret. Shown this once and kept nowhere here: hand it over, or rotate") @Nullable String secret) implements Tagged {

    @Override
    public Record atItsAddress() {
        return client;
    }

}
