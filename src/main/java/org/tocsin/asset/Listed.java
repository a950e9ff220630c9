package org.tocsin.asset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ListedAsset", description = "One line about an asset near those of the report.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Listed(
        @Schema(description = "whose it is")
        String organisation,
        @Schema(description = "its name there")
        String ref,
        @Schema(description = "what people call it")
        String name,
        AssetKind kind,
        @Schema(description = "1 to 5, as in the inventory")
        int criticality,
        @Nullable Sector sector,
        @Schema(description = "edges between it and the nearest asset of the report")
        int distance) {

    static final Comparator<Listed> MOST_CRITICAL_FIRST = Comparator.comparingInt(Listed::criticality).reversed()
            .thenComparingInt(Listed::distance)
            .thenComparing(Listed::organisation)
            .thenComparing(Listed::ref);

    static Listed of(Node node, int distance) {
        return new Listed(node.key().organisation(), node.key().ref(), node.name(), node.kind(), node.criticality(),
                node.sector(), distance);
    }
}
