package org.tocsin.asset;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AssetPage", description = "A part of an inventory.")
public record AssetPage(
        @Schema(description = "in the order of their refs")
        List<AssetDocument> items,
        @Schema(description = "where the next part is; absent on the last")
        String next) {
}
