package org.tocsin.report.submission;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.json.Decimal;

/** When it happened, as far as the sender can tell, and by which clock. */
public record Occurred(
        @Schema(description = "Start")
        Instant from,
        @Schema(description = "End; absent while it goes on")
        Instant to,
        @Schema(minimum = "0", extensions = @Extension(name = "x-unit", value = "s"),
                description = "Expanded uncertainty of both times")
        Decimal uncertaintySeconds,
        @Schema(maxLength = 200,
                description = "The clock that told these times, e.g. a maser ensemble or the NTP-disciplined "
                        + "host itself")
        String clock
) {
}
