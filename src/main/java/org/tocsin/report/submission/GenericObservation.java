package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** Anything that fits no other type. */
@Schema(requiredProperties = "type", properties =
        @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "generic"))
public record GenericObservation(
        @JsonUnwrapped Sighting seen,
        @Schema(required = true, minLength = 1, maxLength = 1000, description = "What was seen")
        String summary,
        @Schema(maxItems = Limits.MEASURES, description = "What was measured")
        List<Measure> measures
) implements Observation {

    public GenericObservation {
        measures = measures == null ? List.of() : List.copyOf(measures);
    }
}
