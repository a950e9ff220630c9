package org.tocsin.asset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tocsin.asset.GraphPicture.Thing;
import org.tocsin.asset.GraphPicture.Tie;

/**
 * Which things are drawn, in which column, in which order: nearest and most critical first, then moved up and down so
 * that lines cross less (Sugiyama's barycentre, a few sweeps).
 */
final class GraphColumns {

    private static final int SWEEPS = 4;
    private static final Comparator<Thing> WORTH_DRAWING = Comparator.comparingInt((Thing thing) -> Math.abs(thing.place()))
            .thenComparing(thing -> thing.criticality() == null ? 0 : -thing.criticality())
            .thenComparing(Thing::id);

    private final TreeMap<Integer, List<Thing>> columns;

    private GraphColumns(TreeMap<Integer, List<Thing>> columns) {
        this.columns = columns;
    }

    static GraphColumns of(Collection<Thing> things, Collection<Tie> ties) {
        TreeMap<Integer, List<Thing>> columns = new TreeMap<>();
        int[] drawn = {0};
        things.stream().sorted(WORTH_DRAWING).forEach(thing -> {
            List<Thing> column = columns.computeIfAbsent(thing.place(), unseen -> new ArrayList<>());
            if (column.size() < GraphPicture.MOST_IN_COLUMN && drawn[0] < GraphPicture.MOST) {
                column.add(thing);
                drawn[0]++;
            }
        });
        columns.values().removeIf(List::isEmpty);
        Map<String, Set<String>> neighbours = new HashMap<>();
        ties.forEach(tie -> {
            neighbours.computeIfAbsent(tie.from(), unseen -> new HashSet<>()).add(tie.to());
            neighbours.computeIfAbsent(tie.to(), unseen -> new HashSet<>()).add(tie.from());
        });
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            List<Integer> order = sweep % 2 == 0 ? List.copyOf(columns.keySet()) : List.copyOf(columns.descendingKeySet());
            order.forEach(place -> straighten(columns, place, neighbours));
        }
        return new GraphColumns(columns);
    }

    /** From left to right. */
    List<Integer> places() {
        return List.copyOf(columns.keySet());
    }

    List<Thing> at(int place) {
        return columns.get(place);
    }

    /** Each thing to the middle of its neighbours in other columns; who has none stays where it is. */
    private static void straighten(TreeMap<Integer, List<Thing>> columns, int place, Map<String, Set<String>> neighbours) {
        Map<String, Double> heights = new HashMap<>();
        columns.forEach((other, column) -> {
            if (other != place) {
                IntStream.range(0, column.size()).forEach(i -> heights.put(column.get(i).id(), height(i, column.size())));
            }
        });
        List<Thing> column = columns.get(place);
        Map<String, Double> wanted = new HashMap<>();
        for (int i = 0; i < column.size(); i++) {
            Thing thing = column.get(i);
            wanted.put(thing.id(), neighbours.getOrDefault(thing.id(), Set.of()).stream()
                    .filter(heights::containsKey).collect(Collectors.averagingDouble(heights::get)));
            if (neighbours.getOrDefault(thing.id(), Set.of()).stream().noneMatch(heights::containsKey)) {
                wanted.put(thing.id(), height(i, column.size()));
            }
        }
        column.sort(Comparator.comparing(thing -> wanted.get(thing.id())));
    }

    /** Columns are centred: 0 is the middle. */
    private static double height(int row, int rows) {
        return row - (rows - 1) / 2.0;
    }
}
