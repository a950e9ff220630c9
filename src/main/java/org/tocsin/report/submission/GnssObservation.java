package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tocsin.json.Decimal;

/**
 * What a GNSS receiver shows. Its own claim of accuracy is left out on purpose: a spoofed one stays confident.
 */
@Schema(requiredProperties = "type", properties =
        @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "gnss"))
public record GnssObservation(
        @JsonUnwrapped Sighting seen,
        @Schema(maxItems = 7, description = "Systems in use")
        List<Constellation> constellations,
        @Schema(description = "Kind of fix")
        FixMode fixMode,
        @Schema(minimum = "0", maximum = "500", description = "Satellites seen")
        Integer satellitesSeen,
        @Schema(minimum = "0", maximum = "500", description = "Satellites used")
        Integer satellitesUsed,
        @Schema(maxItems = Limits.SATELLITES, description = "Each satellite")
        List<Satellite> satellites,
        @Schema(minimum = "0", maximum = "100", extensions = @Extension(name = "x-unit", value = "dBHz"),
                description = "Mean carrier to noise density")
        Decimal cn0DbHz,
        @Schema(minimum = "0", description = "Position dilution of precision")
        Decimal pdop,
        @Schema(minimum = "0", description = "Time dilution of precision")
        Decimal tdop,
        @Schema(extensions = @Extension(name = "x-unit", value = "dB"), description = "Automatic gain control level")
        Decimal agcDb,
        @Schema(minimum = "0", maximum = "255", description = "The receiver's jamming indicator")
        Integer jamIndicator,
        @Schema(description = "The receiver's spoofing indicator")
        Alarm spoofIndicator,
        @Schema(description = "State of the antenna")
        Antenna antenna,
        @Schema(minimum = "0", extensions = @Extension(name = "x-unit", value = "m"),
                description = "Distance from the surveyed position")
        Decimal positionDeviationMetres,
        @Schema(description = "Whether the position is held; such a receiver never moves")
        Boolean positionHold,
        @Schema(description = "Integrity monitoring of the time solution")
        Check traim,
        @Schema(description = "Galileo message authentication")
        Check osnma,
        @Schema(extensions = @Extension(name = "x-unit", value = "s"),
                description = "Offset of the clock: local minus reference, so positive means that the local "
                        + "clock is ahead")
        Decimal offsetSeconds,
        @Schema(extensions = @Extension(name = "x-unit", value = "s"), description = "Quantisation error of the pulse")
        Decimal ppsQuantisationSeconds,
        @Schema(minimum = "-1000", maximum = "1000", extensions = @Extension(name = "x-unit", value = "s"),
                description = "GPST minus UTC as received")
        Integer leapSeconds
) implements Observation {

    public GnssObservation {
        constellations = constellations == null ? List.of() : List.copyOf(constellations);
        satellites = satellites == null ? List.of() : List.copyOf(satellites);
    }

    /** Kind of fix. */
    @Schema(name = "GnssFixMode")
    public enum FixMode {

        @JsonProperty("none") NONE,
        @JsonProperty("time-only") TIME_ONLY,
        @JsonProperty("2d") TWO_D,
        @JsonProperty("3d") THREE_D,
        @JsonProperty("simulated") SIMULATED
    }

    /** What an indicator says. */
    @Schema(name = "GnssAlarm")
    public enum Alarm {

        @JsonProperty("none") NONE,
        @JsonProperty("suspected") SUSPECTED,
        @JsonProperty("detected") DETECTED,
        @JsonProperty("unknown") UNKNOWN
    }

    /** State of the antenna. */
    @Schema(name = "AntennaState")
    public enum Antenna {

        @JsonProperty("ok") OK,
        @JsonProperty("open") OPEN,
        @JsonProperty("short") SHORT,
        @JsonProperty("unknown") UNKNOWN
    }

    /** Result of a check. */
    @Schema(name = "IntegrityCheck")
    public enum Check {

        @JsonProperty("passed") PASSED,
        @JsonProperty("failed") FAILED,
        @JsonProperty("off") OFF,
        @JsonProperty("unknown") UNKNOWN
    }
}
