package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tocsin.json.Decimal;

/**
 * What NTP shows (RFC 5905). RFC 5905 itself writes offsets the other way round: the sender turns the sign.
 */
@Schema(requiredProperties = "type", properties =
        @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "ntp"))
public record NtpObservation(
        @JsonUnwrapped Sighting seen,
        @Schema(extensions = @Extension(name = "x-unit", value = "s"),
                description = "Offset of the clock: local minus reference, so positive means that the local "
                        + "clock is ahead")
        Decimal offsetSeconds,
        @Schema(extensions = @Extension(name = "x-unit", value = "s"), description = "Round-trip delay")
        Decimal delaySeconds,
        @Schema(minimum = "0", extensions = @Extension(name = "x-unit", value = "s"), description = "Dispersion")
        Decimal dispersionSeconds,
        @Schema(minimum = "0", extensions = @Extension(name = "x-unit", value = "s"), description = "Jitter")
        Decimal jitterSeconds,
        @Schema(extensions = @Extension(name = "x-unit", value = "s"), description = "Root delay")
        Decimal rootDelaySeconds,
        @Schema(minimum = "0", extensions = @Extension(name = "x-unit", value = "s"), description = "Root dispersion")
        Decimal rootDispersionSeconds,
        @Schema(extensions = @Extension(name = "x-unit", value = "ppm"),
                description = "Frequency error: local minus reference, so positive means that the local clock "
                        + "runs fast")
        Decimal frequencyPpm,
        @Schema(minimum = "0", maximum = "16", description = "Stratum; 16 is unsynchronised")
        Integer stratum,
        @Schema(minimum = "0", maximum = "3", description = "Leap indicator; 3 is unsynchronised")
        Integer leapIndicator,
        @Schema(maxLength = 64, description = "Reference identifier, as text, address or hex")
        String refid,
        @Schema(pattern = "^[0-7]{1,3}$", maxLength = 3, description = "Reach register in octal")
        String reach,
        @Schema(minimum = "-6", maximum = "17", description = "Poll interval as a power of two seconds")
        Integer pollExponent,
        @Schema(pattern = "^[A-Za-z0-9]{1,4}$", maxLength = 4, description = "Kiss code, e.g. RATE")
        String kissCode,
        @Schema(description = "How packets are authenticated")
        Authentication authentication
) implements Observation {

    /** How NTP packets are authenticated; NTS is RFC 8915. */
    @Schema(name = "NtpAuthentication")
    public enum Authentication {

        @JsonProperty("none") NONE,
        @JsonProperty("symmetric") SYMMETRIC,
        @JsonProperty("autokey") AUTOKEY,
        @JsonProperty("nts") NTS
    }
}
