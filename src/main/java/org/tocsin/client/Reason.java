package org.tocsin.client;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Reason")
public record Reason(
        @Schema(required = true, minLength = 1, maxLength = 500, description = "Goes into the audit log") String reason) {
}
