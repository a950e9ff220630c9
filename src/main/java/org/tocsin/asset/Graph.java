package org.tocsin.asset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A part of the inventory, held in memory: what someone may see of it around the assets of a report.
 * Edges meet entries here by their handles; an edge to something that nobody listed leads nowhere.
 */
final class Graph {

    private final Map<Handle, List<Node>> holders = new HashMap<>();
    private final Map<Handle, List<Node>> pointing = new HashMap<>();
    private final boolean cut;

    /** @param cut whether more belongs here than was loaded */
    private Graph(Collection<Node> nodes, boolean cut) {
        this.cut = cut;
        for (Node node : nodes) {
            node.handles().forEach(handle -> holders.computeIfAbsent(handle, unseen -> new ArrayList<>()).add(node));
            node.links().stream().map(Link::to).distinct()
                    .forEach(to -> pointing.computeIfAbsent(to, unseen -> new ArrayList<>()).add(node));
        }
    }

    /**
     * What one organisation may see: its own entries. The query that loads them asks for no others, and row-level
     * security gives no others; this is where a mistake in both would end.
     */
    static Graph own(String organisation, Collection<Node> nodes, boolean cut) {
        return new Graph(nodes.stream().filter(node -> node.key().organisation().equals(organisation)).toList(), cut);
    }

    static Graph all(Collection<Node> nodes, boolean cut) {
        return new Graph(nodes, cut);
    }

    boolean cut() {
        return cut;
    }

    /** Whoever answers to the handle; several, when two entries claim the same address. */
    List<Node> holders(Handle handle) {
        return holders.getOrDefault(handle, List.of());
    }

    /** Whom the node's edges of these types lead to. */
    Set<Node> targets(Node node, Set<EdgeType> types) {
        Set<Node> targets = new LinkedHashSet<>();
        for (Link link : node.links()) {
            if (types.contains(link.type())) {
                targets.addAll(holders(link.to()));
            }
        }
        return targets;
    }

    /** Whose edges of these types lead to the node. */
    Set<Node> sources(Node node, Set<EdgeType> types) {
        Set<Node> sources = new LinkedHashSet<>();
        for (Handle handle : node.handles()) {
            for (Node other : pointing.getOrDefault(handle, List.of())) {
                if (other.links().stream().anyMatch(link -> types.contains(link.type()) && link.to().equals(handle))) {
                    sources.add(other);
                }
            }
        }
        return sources;
    }

    /** Who can change the node: those that administer it, and those it says it is managed by. */
    Set<Node> administrators(Node node) {
        Set<Node> administrators = sources(node, Set.of(EdgeType.ADMINISTERS));
        administrators.addAll(targets(node, Set.of(EdgeType.MANAGED_BY)));
        administrators.remove(node);
        return administrators;
    }

    /** What the node can change. */
    Set<Node> administered(Node node) {
        Set<Node> administered = targets(node, Set.of(EdgeType.ADMINISTERS));
        administered.addAll(sources(node, Set.of(EdgeType.MANAGED_BY)));
        administered.remove(node);
        return administered;
    }
}
