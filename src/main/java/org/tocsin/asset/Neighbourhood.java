package org.tocsin.asset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AssetGraph", description = "What an asset leans on and what leans on it: takes-time-from, depends-on and hosted-on, "
        + "through any number of others.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Neighbourhood(
        @Schema(description = "the asset itself, at distance 0")
        Listed asset,
        @Schema(description = "1 to 50 edges were followed")
        int depth,
        @Schema(maxItems = Neighbourhood.MOST, description = "nearest first; one that is both above and below stands in both directions")
        List<Reached> nodes,
        @Schema(description = "between the nodes, the asset included; and from them to what nobody listed")
        List<Joint> edges,
        @Schema(description = "true: something lies beyond the depth that was asked for")
        boolean deeper,
        @Schema(description = "true: there is more than is shown here, and more than a greater depth would show")
        boolean cut) {

    static final int MOST = 1_000;

    @Schema(name = "AssetGraphNode")
    public record Reached(Direction direction, Listed asset) {
    }

    /** An edge as it is shown: from whoever leans to what it leans on. */
    @Schema(name = "AssetGraphEdge", description = "from leans on to")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Joint(
            @Schema(description = "organisation/ref of the asset that leans", examples = "org-a/ntp-1")
            String from,
            EdgeType type,
            @Schema(description = "organisation/ref of what it leans on; absent where nobody listed that", examples = "org-a/gm-1")
            @Nullable String to,
            @Schema(description = "what the edge names, where nobody listed it", examples = "gm7.time.example")
            @Nullable String unlisted) {
    }

    /** @param depth how many edges are followed from the start */
    static Neighbourhood of(Graph graph, Node start, Set<Direction> directions, int depth) {
        List<Map.Entry<Direction, Map.Entry<Node, Integer>>> found = new ArrayList<>();
        boolean deeper = false;
        for (Direction direction : EnumSet.copyOf(directions)) {
            for (Map.Entry<Node, Integer> reached : walk(graph, start, direction).entrySet()) {
                if (reached.getValue() > depth) {
                    deeper = true;
                } else if (reached.getValue() > 0) {
                    found.add(Map.entry(direction, reached));
                }
            }
        }
        found.sort(Comparator.comparingInt(each -> each.getValue().getValue()));
        Set<Node> ends = new LinkedHashSet<>(Set.of(start));
        // Of these alone everything was loaded that they lean on: of the others nobody here knows whether it is listed.
        Set<Node> known = walk(graph, start, Direction.UP).keySet();
        List<Reached> nodes = new ArrayList<>();
        found.stream().limit(MOST).forEach(each -> {
            ends.add(each.getValue().getKey());
            nodes.add(new Reached(each.getKey(), Listed.of(each.getValue().getKey(), each.getValue().getValue())));
        });
        return new Neighbourhood(Listed.of(start, 0), depth, nodes, joints(graph, ends, known), deeper,
                graph.cut() || found.size() > MOST);
    }

    private static Map<Node, Integer> walk(Graph graph, Node start, Direction direction) {
        return Walk.from(Set.of(start), node -> direction == Direction.UP
                ? graph.targets(node, EdgeType.CARRY_TROUBLE)
                : graph.sources(node, EdgeType.CARRY_TROUBLE));
    }

    private static List<Joint> joints(Graph graph, Set<Node> ends, Set<Node> known) {
        List<Joint> joints = new ArrayList<>();
        for (Node from : ends) {
            for (Link link : from.links()) {
                if (!EdgeType.CARRY_TROUBLE.contains(link.type())) {
                    continue;
                }
                List<Node> holders = graph.holders(link.to());
                holders.stream().filter(ends::contains)
                        .forEach(to -> joints.add(new Joint(name(from), link.type(), name(to), null)));
                if (holders.isEmpty() && known.contains(from)) {
                    joints.add(new Joint(name(from), link.type(), null, link.to().name()));
                }
            }
        }
        return joints;
    }

    private static String name(Node node) {
        return node.key().organisation() + "/" + node.key().ref();
    }
}
