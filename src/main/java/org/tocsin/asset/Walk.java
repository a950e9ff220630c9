package org.tocsin.asset;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Breadth first, so that each node has its shortest distance; each node once, so that cycles end. */
final class Walk {

    private Walk() {
    }

    /** The nodes that can be reached, nearest first, with the number of edges between; the starts are at 0. */
    static Map<Node, Integer> from(Collection<Node> starts, Function<Node, Set<Node>> next) {
        Map<Node, Integer> distances = new LinkedHashMap<>();
        Deque<Node> waiting = new ArrayDeque<>();
        for (Node start : starts) {
            distances.put(start, 0);
            waiting.add(start);
        }
        while (!waiting.isEmpty()) {
            Node node = waiting.remove();
            for (Node neighbour : next.apply(node)) {
                if (distances.putIfAbsent(neighbour, distances.get(node) + 1) == null) {
                    waiting.add(neighbour);
                }
            }
        }
        return distances;
    }
}
