package org.tocsin.report.submission;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From when to when. An end before its start is kept and flagged, as any odd time is. */
public record Period(
        @Schema(description = "Start")
        Instant from,
        @Schema(description = "End; absent while it goes on")
        Instant to
) {
}
