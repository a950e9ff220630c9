package org.tocsin.report.submission;

import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.json.Decimal;

/**
 * What all observations share. Its fields stand in the observation itself, beside its own.
 */
public record Sighting(
        @Schema(maxLength = 253,
                description = "The asset observed: any identifier of one in assets, or of the inventory")
        String asset,
        @Schema(description = "When it was observed")
        Period observedAt,
        @Schema(description = "Time scale of the times and offsets")
        Timescale timescale,
        @Schema(maxLength = 300,
                description = "What it was compared against, e.g. UTC(k) by common view; a residual of its own "
                        + "servo proves nothing")
        String reference,
        @Schema(minimum = "0", extensions = @Extension(name = "x-unit", value = "s"),
                description = "Expanded uncertainty of the offset")
        Decimal uncertaintySeconds,
        @Schema(maxLength = 300, description = "How it was noticed or measured")
        String method,
        @Schema(description = "What the sender thinks is behind it")
        Hypothesis hypothesis,
        @Schema(maxLength = 4000, description = "Anything else")
        String note,
        @Schema(maxLength = 8000, description = "The line or message it was taken from, unchanged")
        String raw
) {
}
