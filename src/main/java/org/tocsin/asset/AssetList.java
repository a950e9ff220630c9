package org.tocsin.asset;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AssetList", description = "Many entries of an organisation's inventory, or all of them, as they are imported and exported.")
public record AssetList(
        @Schema(required = true, maxItems = AssetList.MOST, description = "each with its ref")
        List<AssetDocument> assets) {

    /** More than any laboratory has, less than would hold up the others. */
    static final int MOST = 10_000;
}
