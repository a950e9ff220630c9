package org.tocsin.client;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "EnrolledClient")
public record Enrolled(
        ClientView client,
        @Schema(description = "Of a client with proof secret. Shown this once and kept nowhere here: hand it over, or rotate") String secret) {
}
