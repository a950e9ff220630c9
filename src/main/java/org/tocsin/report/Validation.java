package org.tocsin.report;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.problem.Fault;

/**
 * What would be said of a submission.
 *
 * @param stages by stage, only of a valid submission
 */
@Schema(name = "Validation", description = "What would be said of a report if it were filed now. Nothing was stored.")
public record Validation(
        @Schema(description = "Whether it would be accepted") boolean valid,
        @Schema(description = "Why not: every fault at once") List<Fault> faults,
        @Schema(description = "What is worth a second look. None of it would keep the report out.") List<Fault> warnings,
        @Schema(description = "What each stage would still lack: nothing, when the report could be of that stage as it is. "
                + "Left out while there are faults.") @Nullable Map<String, List<Fault>> stages) {
}
