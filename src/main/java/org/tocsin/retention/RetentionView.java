package org.tocsin.retention;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.conditional.Tagged;

/**
 * What holds for an organisation.
 *
 * @param own what was set for it
 */
@Schema(name = "Retention")
public record RetentionView(
        @Schema(description = "The organisation's id") String organisation,
        @Schema(description = "What holds: the organisation's own rules, and this instance's where it has none") RetentionRules inForce,
        @Schema(description = "What was set for this organisation") RetentionRules own) implements Tagged {
}
