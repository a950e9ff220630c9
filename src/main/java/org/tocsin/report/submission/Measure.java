package org.tocsin.report.submission;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.json.Decimal;

/** A measure that no other type of observation has a field for. */
public record Measure(
        @Schema(required = true, minLength = 1, maxLength = 100, description = "What was measured")
        String name,
        @Schema(required = true, description = "The value")
        Decimal value,
        @Schema(required = true, minLength = 1, maxLength = 20,
                description = "Its unit in SI symbols; 1 if it has none")
        String unit
) {
}
