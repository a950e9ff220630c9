package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** A change of configuration that nobody has authorised, or that nobody owns up to. */
@Schema(requiredProperties = "type", properties =
        @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "change"))
public record ChangeObservation(
        @JsonUnwrapped Sighting seen,
        @Schema(required = true, minLength = 1, maxLength = 500,
                description = "What was changed: file, setting, firmware, rule")
        String item,
        @Schema(maxLength = 4000, description = "Value before")
        String before,
        @Schema(maxLength = 4000, description = "Value after")
        String after,
        @Schema(description = "When, by the clock of the device")
        Instant changedAt,
        @Schema(maxLength = 200, description = "Account that made it")
        String account,
        @Schema(description = "Where it came from")
        IpAddress sourceIp,
        @Schema(description = "Whether it was authorised")
        YesNoUnknown authorised,
        @Schema(maxLength = 200, description = "The change request, if any")
        String changeTicket
) implements Observation {
}
