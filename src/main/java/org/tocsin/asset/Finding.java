package org.tocsin.asset;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AssetFinding", description = "What the inventory knows of one reference of the report.")
public record Finding(
        AssetReference reference,
        @Schema(description = "false: nothing in the inventory fits; the reference stands as it was sent")
        boolean matched,
        @Schema(description = "how many entries fit; only the first are described")
        int matchCount,
        @Schema(description = "the reporting organisation's own entries first")
        @Nullable List<Match> matches) {
}
