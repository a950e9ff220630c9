package org.tocsin.asset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tocsin.web.Say;
import org.tocsin.web.Speech;

/**
 * What leans on what, as a drawing: a pure function of what is to be drawn, the same for the same. What an asset leans on
 * stands to its left, what leans on it to its right, so that trouble goes from left to right. The template
 * {@code tags/assetgraph.html} draws it and writes the same as a table.
 *
 * @param heads   one above each column
 * @param leftOut how many things were too many to draw; they are in the rows
 * @param unsaid  how many were too many even for the rows
 */
public record GraphPicture(int width, int height, List<Head> heads, List<Box> boxes, List<Line> lines, List<Row> rows,
        int leftOut, int unsaid) {

    static final int MOST = 60;
    static final int MOST_IN_COLUMN = 12;
    static final int MOST_ROWS = 200;

    private static final int BOX_WIDTH = 184;
    private static final int BOX_HEIGHT = 66;
    private static final int COLUMN = BOX_WIDTH + 54;
    private static final int ROW = BOX_HEIGHT + 18;
    private static final int MARGIN = 4;
    private static final int TOP = 40;
    /** How far a line bends out before it turns. */
    private static final int BEND = 34;

    /** What may be drawn. Its place is relative to the asset in question: -2 is two edges up, 0 is itself. */
    public record Thing(String id, String name, String ref, String kind, Integer criticality, int place, String href) {

        /** What an edge names, and nobody listed. */
        static Thing unlisted(String id, int place) {
            return new Thing(id, id, null, null, null, place, null);
        }

        boolean isListed() {
            return kind != null;
        }
    }

    /** from leans on to. */
    public record Tie(String from, EdgeType type, String to) {
    }

    public record Head(int x, String words) {
    }

    public record Text(int y, String style, String words) {
    }

    /** @param says everything about it, for who cannot see it or points at it */
    public record Box(int x, int y, int width, int height, List<Text> texts, Integer criticality, String href,
            boolean start, boolean unlisted, String says) {
    }

    /** @param path as SVG's attribute d has it */
    public record Line(String path, String type, String says) {
    }

    /** @param leans what it leans on, a line for each edge */
    public record Row(Thing thing, String where, List<String> leans) {
    }

    /** @param href where an asset's own page is; null where it has none for this reader */
    public static GraphPicture of(Neighbourhood around, Function<Listed, String> href) {
        Map<String, Thing> things = new LinkedHashMap<>();
        put(things, around.asset(), 0, href);
        around.nodes().forEach(reached -> put(things, reached.asset(),
                reached.direction() == Direction.UP ? -reached.asset().distance() : reached.asset().distance(), href));
        List<Tie> ties = new ArrayList<>();
        around.edges().forEach(edge -> {
            if (edge.to() == null) {
                things.putIfAbsent(edge.unlisted(), Thing.unlisted(edge.unlisted(), things.get(edge.from()).place() - 1));
            }
            ties.add(new Tie(edge.from(), edge.type(), edge.to() == null ? edge.unlisted() : edge.to()));
        });
        return of(things.values(), ties);
    }

    public static GraphPicture of(Collection<Thing> things, Collection<Tie> ties) {
        return of(things, ties, Speech.of("graph_this"));
    }

    /** @param self what is said of the place 0 */
    public static GraphPicture of(Collection<Thing> things, Collection<Tie> ties, String self) {
        GraphColumns columns = GraphColumns.of(things, ties);
        Map<String, Box> boxes = new LinkedHashMap<>();
        int tallest = columns.places().stream().mapToInt(place -> columns.at(place).size()).max().orElse(0);
        int first = columns.places().isEmpty() ? 0 : columns.places().get(0);
        List<Head> heads = new ArrayList<>();
        for (int place : columns.places()) {
            int x = MARGIN + (place - first) * COLUMN;
            heads.add(new Head(x + BOX_WIDTH / 2, where(place, self)));
            List<Thing> column = columns.at(place);
            int y = TOP + (tallest - column.size()) * ROW / 2;
            for (Thing thing : column) {
                boxes.put(thing.id(), box(thing, x, y));
                y += ROW;
            }
        }
        int last = columns.places().isEmpty() ? 0 : columns.places().get(columns.places().size() - 1);
        Map<String, Thing> byId = things.stream().collect(Collectors.toMap(Thing::id, thing -> thing));
        List<Line> lines = ties.stream().distinct()
                .filter(tie -> boxes.containsKey(tie.from()) && boxes.containsKey(tie.to()))
                .map(tie -> line(tie, byId, boxes))
                .toList();
        List<Row> rows = rows(things, ties, byId, self);
        return new GraphPicture((last - first) * COLUMN + BOX_WIDTH + 2 * MARGIN + BEND, TOP + tallest * ROW, heads,
                List.copyOf(boxes.values()), lines, rows.stream().limit(MOST_ROWS).toList(),
                things.size() - boxes.size(), Math.max(0, rows.size() - MOST_ROWS));
    }

    private static void put(Map<String, Thing> things, Listed asset, int place, Function<Listed, String> href) {
        String id = asset.organisation() + "/" + asset.ref();
        things.putIfAbsent(id, new Thing(id, asset.name(), asset.ref(), asset.kind().word(), asset.criticality(), place, href.apply(asset)));
    }

    private static String where(int place, String self) {
        return switch (place) {
            case 0 -> self;
            case -1 -> Speech.of("graph_leans_on");
            case 1 -> Speech.of("graph_leans_on_it");
            default -> Speech.of(place < 0 ? "graph_steps_up" : "graph_steps_down", Math.abs(place));
        };
    }

    private static Box box(Thing thing, int x, int y) {
        List<String> name = Labels.lines(thing.name());
        List<Text> texts = new ArrayList<>();
        int baseline = name.size() == 1 ? 29 : 21;
        for (String line : name) {
            texts.add(new Text(baseline, "name", line));
            baseline += 17;
        }
        texts.add(new Text(baseline + 2, "under", thing.isListed()
                ? Labels.line(thing.ref() + " · " + Speech.within(Say.wire(thing.kind())))
                : Speech.of("graph_unlisted")));
        return new Box(x, y, BOX_WIDTH, BOX_HEIGHT, texts, thing.criticality(), thing.href(), thing.place() == 0,
                !thing.isListed(), says(thing));
    }

    private static String says(Thing thing) {
        return thing.isListed()
                ? Speech.of("graph_says", thing.name(), thing.id(), thing.criticality())
                : Speech.of("graph_says_unlisted", thing.name());
    }

    /** From what is leant on to who leans: the way that trouble goes. */
    private static Line line(Tie tie, Map<String, Thing> things, Map<String, Box> boxes) {
        Box from = boxes.get(tie.to());
        Box to = boxes.get(tie.from());
        int startY = from.y() + BOX_HEIGHT / 2;
        int endY = to.y() + BOX_HEIGHT / 2;
        String path;
        if (from.x() < to.x()) {
            path = curve(from.x() + BOX_WIDTH, startY, BEND, to.x(), endY, -BEND);
        } else if (from.x() == to.x()) {
            path = curve(from.x() + BOX_WIDTH, startY, BEND, to.x() + BOX_WIDTH, endY, BEND);
        } else {
            path = curve(from.x(), startY, -BEND, to.x() + BOX_WIDTH, endY, BEND);
        }
        return new Line(path, tie.type().word(),
                things.get(tie.from()).name() + " " + AssetWords.says(tie.type()) + " " + things.get(tie.to()).name());
    }

    private static String curve(int x, int y, int bend, int endX, int endY, int endBend) {
        return "M" + x + " " + y + " C" + (x + bend) + " " + y + " " + (endX + endBend) + " " + endY + " " + endX + " " + endY;
    }

    private static List<Row> rows(Collection<Thing> things, Collection<Tie> ties, Map<String, Thing> byId, String self) {
        Map<String, List<String>> leans = new HashMap<>();
        ties.stream().distinct().filter(tie -> byId.containsKey(tie.to())).forEach(tie -> leans
                .computeIfAbsent(tie.from(), unseen -> new ArrayList<>()).add(AssetWords.says(tie.type()) + " " + byId.get(tie.to()).name()));
        return things.stream()
                .sorted(Comparator.comparingInt(Thing::place).thenComparing(Thing::id))
                .map(thing -> new Row(thing, where(thing.place(), self), leans.getOrDefault(thing.id(), List.of())))
                .toList();
    }
}
