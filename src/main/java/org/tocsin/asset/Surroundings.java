package org.tocsin.asset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks around from assets of a report: up to where their time comes from, down to what hangs on them, and at who can change them. */
record Surroundings(Graph graph, LocalDate today, Limits limits) {

    Risk risk(Node node) {
        return node.document() == null ? null : Risk.of(node.document(), today, limits.riskHolds());
    }

    List<PostureProblem> postureProblems(Node node) {
        return node.document() == null ? List.of() : PostureProblem.of(node.document(), today, limits.patchHolds());
    }

    /** Everything downstream of these; they themselves are not counted, even where a cycle leads back to them. */
    Reach downstream(Collection<Node> starts, int listed) {
        Map<Node, Integer> reached = below(starts);
        starts.forEach(reached::remove);
        return Reach.over(reached, listed);
    }

    /** What these can change, and everything downstream of that; null when they can change nothing. */
    Reach exposed(Collection<Node> starts, int listed) {
        Set<Node> administered = new LinkedHashSet<>();
        starts.forEach(start -> administered.addAll(graph.administered(start)));
        if (administered.isEmpty()) {
            return null;
        }
        Map<Node, Integer> reached = new LinkedHashMap<>();
        below(administered).forEach((node, distance) -> reached.put(node, distance + 1));
        starts.forEach(reached::remove);
        return Reach.over(reached, listed);
    }

    Set<Node> timeSources(Collection<Node> starts) {
        Set<Node> sources = new LinkedHashSet<>();
        above(starts).keySet().forEach(node -> sources.addAll(graph.targets(node, Set.of(EdgeType.TAKES_TIME_FROM))));
        sources.removeAll(starts);
        return sources;
    }

    /** Nearest first. What an edge names and nobody listed is shown as it is named. */
    List<TimeSource> timeSourcesOf(Node start) {
        Map<Node, Integer> above = above(Set.of(start));
        List<TimeSource> sources = new ArrayList<>();
        for (Node node : timeSources(Set.of(start))) {
            sources.add(TimeSource.listed(node, above.get(node), risk(node)));
        }
        Set<Handle> unlisted = new LinkedHashSet<>();
        above.forEach((node, distance) -> node.links().stream()
                .filter(link -> link.type() == EdgeType.TAKES_TIME_FROM && graph.holders(link.to()).isEmpty())
                .filter(link -> unlisted.add(link.to()))
                .forEach(link -> sources.add(TimeSource.unlisted(link.to(), distance + 1))));
        return sources.stream()
                .sorted(Comparator.comparingInt(TimeSource::distance).thenComparing(Surroundings::name))
                .limit(limits.listedEach())
                .toList();
    }

    Set<Node> administrators(Collection<Node> nodes) {
        Set<Node> administrators = new LinkedHashSet<>();
        nodes.forEach(node -> administrators.addAll(graph.administrators(node)));
        return administrators;
    }

    List<Administrator> administratorsOf(Node node) {
        return graph.administrators(node).stream()
                .sorted(Comparator.comparing(Node::key))
                .limit(limits.listedEach())
                .map(this::administrator)
                .toList();
    }

    private Administrator administrator(Node node) {
        String contact = node.document() == null ? null : node.document().ownerContact();
        return new Administrator(Listed.of(node, 1), contact, postureProblems(node));
    }

    private Map<Node, Integer> below(Collection<Node> starts) {
        return Walk.from(starts, node -> graph.sources(node, EdgeType.CARRY_TROUBLE));
    }

    private Map<Node, Integer> above(Collection<Node> starts) {
        return Walk.from(starts, node -> graph.targets(node, EdgeType.CARRY_TIME));
    }

    private static String name(TimeSource source) {
        return source.asset() == null ? source.unlisted() : source.asset().organisation() + "/" + source.asset().ref();
    }
}
