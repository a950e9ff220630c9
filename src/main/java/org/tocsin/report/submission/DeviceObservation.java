package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * A compromised device of the staff. Name the person by role or staff number: a report travels.
 */
@Schema(requiredProperties = "type", properties =
        @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "device"))
public record DeviceObservation(
        @JsonUnwrapped Sighting seen,
        @Schema(description = "Kind of device")
        Kind kind,
        @Schema(maxLength = 200, description = "Who holds it, by role or staff number")
        String holder,
        @Schema(maxLength = 200, description = "Make and model")
        String model,
        @Schema(maxLength = 200, description = "Operating system and patch level")
        String system,
        @Schema(description = "Whether it is under mobile device management")
        Boolean managed,
        @Schema(maxLength = 1000, description = "How it was compromised")
        String vector,
        @Schema(description = "First sign of it")
        Instant firstSignAt,
        @Schema(description = "Whether credentials may have been read")
        Boolean credentialsExposed,
        @Schema(maxItems = Limits.ADMINISTERED, description = "Assets whose administration was possible from it")
        List<Line> administers,
        @Schema(description = "Whether it is off the network now")
        YesNoUnknown isolated
) implements Observation {

    public DeviceObservation {
        administers = administers == null ? List.of() : List.copyOf(administers);
    }

    /** Kind of device. */
    @Schema(name = "DeviceKind")
    public enum Kind {

        @JsonProperty("phone") PHONE,
        @JsonProperty("tablet") TABLET,
        @JsonProperty("laptop") LAPTOP,
        @JsonProperty("workstation") WORKSTATION,
        @JsonProperty("token") TOKEN,
        @JsonProperty("other") OTHER
    }
}
