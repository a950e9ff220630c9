package org.tocsin.report.submission;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.json.Decimal;

/** How a clock runs on without its reference. */
public record Holdover(
        @Schema(description = "State")
        State state,
        @Schema(description = "Since when")
        Instant since,
        @Schema(minimum = "0", extensions = @Extension(name = "x-unit", value = "s"),
                description = "How long it is specified to keep its limit")
        Decimal specifiedSeconds
) {

    /** Whether it runs on its own. */
    @Schema(name = "HoldoverState")
    public enum State {

        @JsonProperty("locked") LOCKED,
        @JsonProperty("holdover") HOLDOVER,
        @JsonProperty("out-of-specification") OUT_OF_SPECIFICATION,
        @JsonProperty("free-running") FREE_RUNNING
    }
}
