package org.tocsin.asset;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AssetReach", description = "How far trouble can go from here.")
public record Reach(
        @Schema(description = "how many assets, directly and through others")
        int total,
        @Schema(description = "how many of each sector; `unstated` where the inventory names none")
        SortedMap<String, Integer> bySector,
        @Schema(description = "how many of each organisation")
        SortedMap<String, Integer> byOrganisation,
        @Schema(description = "the most critical of them, nearest first among equals")
        @Nullable List<Listed> mostCritical) {

    static Reach over(Map<Node, Integer> distances, int listed) {
        SortedMap<String, Integer> bySector = new TreeMap<>();
        SortedMap<String, Integer> byOrganisation = new TreeMap<>();
        distances.keySet().forEach(node -> {
            bySector.merge(node.sector() == null ? "unstated" : node.sector().word(), 1, Integer::sum);
            byOrganisation.merge(node.key().organisation(), 1, Integer::sum);
        });
        List<Listed> mostCritical = distances.entrySet().stream()
                .map(reached -> Listed.of(reached.getKey(), reached.getValue()))
                .sorted(Listed.MOST_CRITICAL_FIRST)
                .limit(listed)
                .toList();
        return new Reach(distances.size(), bySector, byOrganisation, mostCritical);
    }
}
