package org.tocsin.asset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AssetSnapshot", description = "What the inventory said about the report's assets when it came in. "
        + "The inventory changes afterwards; this does not.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Snapshot(
        LocalDate takenOn,
        @Schema(description = "one for each of the report's assets, in its order")
        @Nullable List<Finding> findings,
        @Schema(description = "how many of the report's assets the inventory does not know")
        int unmatched,
        @Schema(description = "downstream of all matches together, each asset counted once")
        Reach downstream,
        @Schema(description = "exposed by all matches together; left out where nothing is")
        @Nullable Reach exposed,
        @Schema(description = "true: more hangs on these assets than was looked at, and every count is a lower bound")
        boolean cut) {
}
