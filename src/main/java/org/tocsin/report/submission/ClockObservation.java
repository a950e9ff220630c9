package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tocsin.json.Decimal;

/** What a clock does against an independent reference; the measures are those of ITU-T G.810. */
@Schema(requiredProperties = "type", properties =
        @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "clock"))
public record ClockObservation(
        @JsonUnwrapped Sighting seen,
        @Schema(extensions = @Extension(name = "x-unit", value = "s"),
                description = "Offset of the clock: local minus reference, so positive means that the local "
                        + "clock is ahead")
        Decimal offsetSeconds,
        @Schema(extensions = @Extension(name = "x-unit", value = "ppm"),
                description = "Frequency error: local minus reference")
        Decimal frequencyPpm,
        @Schema(description = "How the offset came")
        Onset onset,
        @Schema(description = "Holdover")
        Holdover holdover,
        @Schema(minimum = "0", maximum = "3", description = "Leap indicator; 3 is unsynchronised")
        Integer leapIndicator,
        @Schema(minimum = "-1000", maximum = "1000", extensions = @Extension(name = "x-unit", value = "s"),
                description = "TAI minus UTC as the clock has it")
        Integer taiMinusUtcSeconds,
        @Schema(extensions = @Extension(name = "x-unit", value = "s"),
                description = "Largest time error: local minus reference")
        Decimal timeErrorSeconds,
        @Schema(minimum = "0", extensions = @Extension(name = "x-unit", value = "s"),
                description = "Maximum time interval error over tau")
        Decimal mtieSeconds,
        @Schema(minimum = "0", extensions = @Extension(name = "x-unit", value = "s"),
                description = "Time deviation at tau")
        Decimal tdevSeconds,
        @Schema(minimum = "0", extensions = @Extension(name = "x-unit", value = "s"),
                description = "Observation interval of both")
        Decimal tauSeconds
) implements Observation {

    /** How an offset came; a smear over a leap second is a ramp of 11.57 ppm. */
    @Schema(name = "OffsetOnset")
    public enum Onset {

        @JsonProperty("step") STEP,
        @JsonProperty("ramp") RAMP,
        @JsonProperty("unknown") UNKNOWN
    }
}
