package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A measure against the incident; NIS2 Art. 23(4)(d)(iii): applied and ongoing. */
public record Mitigation(
        @Schema(required = true, minLength = 1, maxLength = 1000, description = "What is done")
        String description,
        @Schema(description = "How far it is")
        Progress progress,
        @Schema(description = "When it was or will be done")
        Instant at
) {

    /** How far a measure is. */
    @Schema(name = "MitigationProgress")
    public enum Progress {

        @JsonProperty("applied") APPLIED,
        @JsonProperty("ongoing") ONGOING,
        @JsonProperty("planned") PLANNED
    }
}
