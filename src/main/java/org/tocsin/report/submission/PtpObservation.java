package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tocsin.json.Decimal;

/** What PTP shows (IEEE 1588). offsetFromMaster has our sign already. */
@Schema(requiredProperties = "type", properties =
        @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "ptp"))
public record PtpObservation(
        @JsonUnwrapped Sighting seen,
        @Schema(maxLength = 100, description = "Profile, e.g. G.8275.1")
        String profile,
        @Schema(minimum = "0", maximum = "255", description = "Domain number")
        Integer domain,
        @Schema(description = "State of the port")
        PortState portState,
        @Schema(extensions = @Extension(name = "x-unit", value = "s"),
                description = "Offset of the clock: local minus reference, so positive means that the local "
                        + "clock is ahead")
        Decimal offsetFromMasterSeconds,
        @Schema(extensions = @Extension(name = "x-unit", value = "s"),
                description = "Mean path delay; a one-way delay shows here with half its size")
        Decimal meanPathDelaySeconds,
        @Schema(minimum = "0", maximum = "65535", description = "Steps removed")
        Integer stepsRemoved,
        @Schema(description = "Grandmaster before")
        Grandmaster grandmasterBefore,
        @Schema(description = "Grandmaster after")
        Grandmaster grandmasterAfter,
        @Schema(description = "Time traceable flag")
        Boolean timeTraceable,
        @Schema(description = "Frequency traceable flag")
        Boolean frequencyTraceable,
        @Schema(minimum = "-1000", maximum = "1000", extensions = @Extension(name = "x-unit", value = "s"),
                description = "TAI minus UTC as announced")
        Integer utcOffsetSeconds,
        @Schema(minimum = "0", maximum = "65535", description = "Sequence id of the announce message")
        Integer sequenceId
) implements Observation {
}
