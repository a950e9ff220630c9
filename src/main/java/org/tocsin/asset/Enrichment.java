package org.tocsin.asset;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the inventory adds to a report: a pure function of the part of the inventory that somebody may see. The
 * operator's snapshot comes from a graph of its own entries, the liaison's from a graph of all.
 *
 * @param snapshot  to be stored with the revision
 * @param concerned for finding related reports
 */
public record Enrichment(Snapshot snapshot, Concerned concerned) {

    /**
     * @param organisation whose report it is: a ref means its own asset, and so does a private address
     * @param today        in UTC
     */
    static Enrichment of(Graph graph, String organisation, List<AssetReference> references, LocalDate today, Limits limits) {
        Map<AssetReference, Map<Node, SortedSet<String>>> fits = new LinkedHashMap<>();
        references.forEach(reference -> fits.put(reference, fitting(graph, organisation, reference)));
        Set<Node> matched = new LinkedHashSet<>();
        fits.values().forEach(nodes -> matched.addAll(nodes.keySet()));

        Surroundings surroundings = new Surroundings(graph, today, limits);
        List<Finding> findings = references.stream()
                .map(reference -> finding(reference, fits.get(reference), surroundings, limits))
                .toList();
        Snapshot snapshot = new Snapshot(today, findings,
                (int) findings.stream().filter(finding -> !finding.matched()).count(),
                surroundings.downstream(matched, limits.listed()),
                surroundings.exposed(matched, limits.listed()),
                graph.cut());
        return new Enrichment(snapshot, new Concerned(keys(matched), keys(surroundings.timeSources(matched)),
                keys(surroundings.administrators(matched))));
    }

    /** The entries that a reference fits, the reporter's own first, each with what fitted. */
    private static Map<Node, SortedSet<String>> fitting(Graph graph, String organisation, AssetReference reference) {
        Map<Node, SortedSet<String>> found = new HashMap<>();
        for (Handle handle : Handle.of(organisation, reference)) {
            graph.holders(handle).forEach(node -> found.computeIfAbsent(node, unseen -> new TreeSet<>()).add(handle.kind()));
        }
        Comparator<Node> ownFirst = Comparator.comparing(node -> !node.key().organisation().equals(organisation));
        Map<Node, SortedSet<String>> ordered = new LinkedHashMap<>();
        found.keySet().stream()
                .sorted(ownFirst.thenComparing(Node::key))
                .forEach(node -> ordered.put(node, found.get(node)));
        return ordered;
    }

    private static Finding finding(AssetReference reference, Map<Node, SortedSet<String>> fitting,
            Surroundings surroundings, Limits limits) {
        List<Match> matches = fitting.entrySet().stream()
                .filter(fit -> fit.getKey().document() != null)
                .limit(limits.matches())
                .map(fit -> match(fit.getKey(), List.copyOf(fit.getValue()), surroundings, limits))
                .toList();
        return new Finding(reference, !fitting.isEmpty(), fitting.size(), matches);
    }

    private static Match match(Node node, List<String> by, Surroundings surroundings, Limits limits) {
        AssetDocument asset = node.document();
        return new Match(by, Listed.of(node, 0), asset.site(), asset.ownerContact(), asset.timeScale(),
                surroundings.risk(node), surroundings.postureProblems(node),
                ChronoUnit.DAYS.between(LocalDate.ofInstant(node.writtenAt(), ZoneOffset.UTC), surroundings.today()),
                surroundings.timeSourcesOf(node),
                surroundings.administratorsOf(node),
                surroundings.downstream(Set.of(node), limits.listedEach()),
                surroundings.exposed(Set.of(node), limits.listedEach()));
    }

    private static Set<AssetKey> keys(Collection<Node> nodes) {
        return nodes.stream().map(Node::key).collect(Collectors.toCollection(TreeSet::new));
    }
}
