package org.tocsin.report.submission;

import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.json.Decimal;

/** One satellite as the receiver sees it. */
public record Satellite(
        @Schema(description = "Its system")
        Constellation constellation,
        @Schema(minimum = "0", maximum = "1023", description = "Number within its system")
        Integer svid,
        @Schema(minimum = "0", maximum = "100", extensions = @Extension(name = "x-unit", value = "dBHz"),
                description = "Carrier to noise density")
        Decimal cn0DbHz,
        @Schema(minimum = "0", maximum = "360", extensions = @Extension(name = "x-unit", value = "degrees"),
                description = "Azimuth from north")
        Decimal azimuthDegrees,
        @Schema(minimum = "-90", maximum = "90", extensions = @Extension(name = "x-unit", value = "degrees"),
                description = "Elevation above the horizon")
        Decimal elevationDegrees,
        @Schema(description = "Whether the solution uses it")
        Boolean used
) {
}
