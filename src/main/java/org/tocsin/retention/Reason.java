package org.tocsin.retention;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why, in the words of who does it. */
@Schema(name = "RetentionReason")
public record Reason(
        @Schema(required = true, minLength = 1, maxLength = 1000, description = "Why. It is kept, and shown to those whom it concerns") String reason) {

    static final String EXAMPLE = "{\"reason\": \"Proceedings before the administrative court, file 7 K 12/26.\"}";
}
