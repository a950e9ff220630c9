package org.tocsin.asset.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tocsin.asset.AssetDocument;
import org.tocsin.asset.exchange.Drafts.Draft;
import org.tocsin.asset.exchange.Pairs.Pair;
import org.tocsin.json.Json;
import org.tocsin.problem.Fault;

/** The inventory as a table: one entry a row, and back again without loss. What a cell may say is in docs/inventory.md. */
public final class AssetSheet {

    private static final List<String> TEXTS = List.of("ref", "name", "kind", "criticality", "sector", "site", "ownerContact",
            "timeScale", "riskAssessedAt", "riskReviewDueAt");
    private static final List<String> NEEDED = List.of("ref", "name", "kind", "criticality");
    private static final List<String> POSTURE = List.of("managed", "osUpToDate", "lastPatchedAt", "strongSignIn", "screenLock", "encrypted");
    private static final String IN_POSTURE = "posture.";
    private static final String IDENTIFIERS = "identifiers";
    private static final String ATTRIBUTES = "attributes";
    private static final String EDGES = "edges";
    private static final String NOTES = "notes";

    public static final List<String> COLUMNS = Stream.of(TEXTS.stream(), Stream.of(IDENTIFIERS, ATTRIBUTES, EDGES),
            POSTURE.stream().map(IN_POSTURE::concat), Stream.of(NOTES)).flatMap(each -> each).toList();

    private AssetSheet() {
    }

    /** @return the cells in the order of {@link #COLUMNS}, safe to open in a spreadsheet */
    public static List<String> row(AssetDocument asset) {
        JsonNode entry = Json.MAPPER.valueToTree(asset);
        List<String> cells = new ArrayList<>();
        TEXTS.forEach(field -> cells.add(entry.path(field).asText("")));
        cells.add(Pairs.write(identifiers(entry)));
        cells.add(Pairs.write(attributes(entry)));
        cells.add(Pairs.write(edges(entry)));
        POSTURE.forEach(field -> cells.add(entry.path("posture").path(field).asText("")));
        cells.add(entry.path(NOTES).asText(""));
        return cells.stream().map(Formula::guarded).toList();
    }

    public static Drafts read(Table table) {
        List<Fault> faults = new ArrayList<>(table.faults());
        table.columns().stream().filter(column -> !COLUMNS.contains(column)).forEach(column -> faults.add(
                new Fault("", "unknown-column", "There is no such column; there are " + String.join(", ", COLUMNS) + ".").at(1, column)));
        NEEDED.stream().filter(column -> !table.columns().contains(column)).forEach(column -> faults.add(
                new Fault("", "column-missing", "The column " + column + " is needed: each entry has one.").at(1, column)));
        List<Draft> drafts = new ArrayList<>();
        table.rows().forEach(row -> drafts.add(new Draft(entry(row, "/assets/" + drafts.size(), faults), row.line(), Set.of())));
        return new Drafts(drafts, faults, List.of());
    }

    /** In which column a field of an entry stands. */
    public static String column(String field, String below) {
        return field.equals("posture") && below != null ? IN_POSTURE + below : field;
    }

    private static ObjectNode entry(Table.Row row, String pointer, List<Fault> faults) {
        ObjectNode entry = Json.MAPPER.createObjectNode();
        TEXTS.forEach(field -> put(entry, field, row.cell(field)));
        Pairs.read(row.cell(IDENTIFIERS)).forEach(pair -> {
            if (complete(pair, row, pointer, IDENTIFIERS, "hostname=ntp1.time.example | ip=192.0.2.17", faults)) {
                entry.withArray(IDENTIFIERS).addObject().put("kind", pair.name()).put("value", pair.value());
            }
        });
        Pairs.read(row.cell(ATTRIBUTES)).forEach(pair -> {
            if (complete(pair, row, pointer, ATTRIBUTES, "rack=B 2 | model=NTS-4100", faults)) {
                attribute(pair, row, pointer, entry.withObject("/" + ATTRIBUTES), faults);
            }
        });
        Pairs.read(row.cell(EDGES)).forEach(pair -> edge(pair, row, pointer, entry, faults));
        POSTURE.stream().filter(field -> !row.cell(IN_POSTURE + field).isEmpty())
                .forEach(field -> put(entry.withObject("/posture"), field, row.cell(IN_POSTURE + field)));
        put(entry, NOTES, row.cell(NOTES));
        return entry;
    }

    private static void attribute(Pair pair, Table.Row row, String pointer, ObjectNode attributes, List<Fault> faults) {
        if (attributes.has(pair.name())) {
            faults.add(new Fault(pointer + "/" + ATTRIBUTES, "duplicate", "Two attributes are called " + pair.name() + ".")
                    .at(row.line(), ATTRIBUTES));
        }
        attributes.put(pair.name(), pair.value());
    }

    private static void edge(Pair pair, Table.Row row, String pointer, ObjectNode entry, List<Fault> faults) {
        String[] words = pair.name().split("\\s+");
        if (!complete(words.length == 2 ? pair : new Pair(pair.name(), null), row, pointer, EDGES,
                "takes-time-from ref=gm-1 | depends-on ref=org-b/dns | hosted-on hostname=host17.time.example", faults)) {
            return;
        }
        ObjectNode edge = entry.withArray(EDGES).addObject().put("type", words[0]);
        ObjectNode to = edge.putObject("to");
        int slash = pair.value().indexOf('/');
        if (words[1].equals("ref") && slash >= 0) {
            to.put("organisation", pair.value().substring(0, slash)).put("ref", pair.value().substring(slash + 1));
        } else {
            to.put(words[1], pair.value());
        }
    }

    private static boolean complete(Pair pair, Table.Row row, String pointer, String column, String example, List<Fault> faults) {
        if (pair.value() == null) {
            faults.add(new Fault(pointer + "/" + column, "cell-form", "Write it as in: " + example).at(row.line(), column));
        }
        return pair.value() != null;
    }

    /** What is no number or truth value stays a text, and is found to be one when the entry is checked. */
    private static void put(ObjectNode entry, String field, String cell) {
        if (cell.isEmpty()) {
            return;
        }
        if (field.equals("criticality") && cell.matches("-?\\d{1,9}")) {
            entry.put(field, Integer.parseInt(cell));
        } else if (cell.matches("true|false") && POSTURE.contains(field)) {
            entry.put(field, Boolean.parseBoolean(cell));
        } else {
            entry.put(field, cell);
        }
    }

    private static List<Pair> identifiers(JsonNode entry) {
        List<Pair> pairs = new ArrayList<>();
        entry.path(IDENTIFIERS).forEach(each -> pairs.add(new Pair(each.path("kind").asText(), each.path("value").asText())));
        return pairs;
    }

    private static List<Pair> attributes(JsonNode entry) {
        List<Pair> pairs = new ArrayList<>();
        entry.path(ATTRIBUTES).properties().forEach(each -> pairs.add(new Pair(each.getKey(), each.getValue().asText())));
        return pairs;
    }

    private static List<Pair> edges(JsonNode entry) {
        List<Pair> pairs = new ArrayList<>();
        entry.path(EDGES).forEach(edge -> {
            ObjectNode to = edge.path("to").deepCopy();
            JsonNode organisation = to.remove("organisation");
            Map.Entry<String, JsonNode> only = to.properties().iterator().next();
            pairs.add(new Pair(edge.path("type").asText() + " " + only.getKey(),
                    (organisation == null ? "" : organisation.asText() + "/") + only.getValue().asText()));
        });
        return pairs;
    }
}
