package org.tocsin.asset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tocsin.asset.exchange.AssetSheet;
import org.tocsin.asset.exchange.Drafts;
import org.tocsin.asset.exchange.Drafts.Draft;
import org.tocsin.asset.exchange.NetBox;
import org.tocsin.asset.exchange.Table;
import org.tocsin.json.Faults;
import org.tocsin.json.Json;
import org.tocsin.json.Reading;
import org.tocsin.json.Shape;
import org.tocsin.json.StrictReader;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;

/**
 * From a file's bytes to inventory entries. Whatever the form, it becomes the JSON that the API takes and is checked as
 * such; a fault of a table then says its line and column as well.
 */
final class ImportReader {

    static final int BODY_BYTES = 6 * 1024 * 1024;
    /** A table is shorter than the JSON that it says. */
    private static final int JSON_BYTES = 8 * BODY_BYTES;
    private static final int DEPTH = 12;
    private static final String ASSETS = "assets";
    private static final Pattern ENTRY = Pattern.compile("^/" + ASSETS + "/\\d+");
    private static final Set<String> NOT_THERE = Set.of("missing", "required");
    private static final StrictReader FILES = new StrictReader(BODY_BYTES, DEPTH);
    private static final StrictReader READER = new StrictReader(JSON_BYTES, DEPTH);
    private static final Shape SHAPE = Shape.of(AssetList.class);

    private ImportReader() {
    }

    /**
     * @param assumed by ref, the fields that the file did not say
     * @param ignored columns and fields that say nothing to the inventory
     */
    record Entries(List<AssetDocument> assets, Map<String, Set<String>> assumed, List<String> ignored) {
    }

    /** @throws Problem 400 or 422 with every fault */
    static Entries read(String organisation, ImportOrder order, byte[] file) {
        if (!order.table() && order.format() == ImportFormat.TOCSIN) {
            return entries(organisation, file, new Drafts(List.of(), List.of(), List.of()));
        }
        Drafts drafts = order.table() ? ofTable(order, file) : NetBox.read(json(file));
        if (drafts.entries().size() > AssetList.MOST) {
            throw Problem.invalid("file", List.of(new Fault("", "too-many", "There are " + drafts.entries().size()
                    + " entries; the most is " + AssetList.MOST + " in one file.")));
        }
        ObjectNode list = Json.MAPPER.createObjectNode();
        ArrayNode assets = list.putArray(ASSETS);
        drafts.entries().forEach(draft -> assets.add(draft.entry()));
        return entries(organisation, list.toString().getBytes(StandardCharsets.UTF_8), drafts);
    }

    private static Drafts ofTable(ImportOrder order, byte[] file) {
        Table table = Table.read(file, order.separator());
        return order.format() == ImportFormat.NETBOX ? NetBox.read(table) : AssetSheet.read(table);
    }

    private static JsonNode json(byte[] file) {
        Reading reading = FILES.read(file);
        if (!reading.sound()) {
            throw Problem.invalid("file", reading.faults());
        }
        return reading.tree();
    }

    private static Entries entries(String organisation, byte[] json, Drafts drafts) {
        Reading reading = READER.read(json);
        List<Fault> shape = new ArrayList<>(reading.faults());
        shape.addAll(SHAPE.check(reading.tree()));
        List<Fault> all = new ArrayList<>(drafts.faults());
        all.addAll(placed(faults(organisation, reading.tree().path(ASSETS), shape), drafts));
        Faults faults = new Faults();
        faults.addAll(inTheFilesOrder(withoutRepeats(all)));
        refuse(faults);
        List<AssetDocument> assets = bind(reading.tree()).assets();
        Map<String, Set<String>> assumed = new HashMap<>();
        for (int i = 0; i < drafts.entries().size(); i++) {
            assumed.put(assets.get(i).ref(), drafts.entries().get(i).assumed());
        }
        return new Entries(assets, assumed, drafts.ignored());
    }

    /** Of each entry what is wrong with it, and of the list what is wrong besides. */
    private static List<Fault> faults(String organisation, JsonNode entries, List<Fault> shape) {
        Map<String, List<Fault>> byEntry = new HashMap<>();
        List<Fault> all = new ArrayList<>();
        shape.forEach(fault -> entry(fault.pointer()).ifPresentOrElse(
                entry -> byEntry.computeIfAbsent(entry, first -> new ArrayList<>()).add(fault.inside(entry)), () -> all.add(fault)));
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            String pointer = "/" + ASSETS + "/" + i;
            JsonNode entry = entries.get(i);
            List<Fault> found = new ArrayList<>(EntryFaults.of(entry, byEntry.getOrDefault(pointer, List.of()),
                    asset -> AssetRules.faults(organisation, asset)));
            Integer first = entry.path("ref").isTextual() ? seen.putIfAbsent(entry.path("ref").textValue(), i) : null;
            if (first != null) {
                found.add(new Fault("/ref", "duplicate", "Entry " + (first + 1) + " of the file has this ref already."));
            }
            found.forEach(fault -> all.add(fault.within(pointer)));
        }
        return all;
    }

    private static Optional<String> entry(String pointer) {
        Matcher entry = ENTRY.matcher(pointer);
        return entry.find() ? Optional.of(entry.group()) : Optional.empty();
    }

    /** A column that is missing is told once, not of each line. */
    private static List<Fault> withoutRepeats(List<Fault> faults) {
        Set<String> missing = faults.stream().filter(fault -> fault.code().equals("column-missing")).map(Fault::column).collect(Collectors.toSet());
        return faults.stream().filter(fault -> !(NOT_THERE.contains(fault.code()) && missing.contains(fault.column()))).toList();
    }

    /** A person mends a table from the top. */
    private static List<Fault> inTheFilesOrder(List<Fault> faults) {
        return faults.stream().sorted(Comparator.comparing(Fault::line, Comparator.nullsFirst(Comparator.naturalOrder()))).toList();
    }

    private static void refuse(Faults faults) {
        if (!faults.none()) {
            throw Problem.invalid("file", faults.list());
        }
    }

    private static AssetList bind(JsonNode tree) {
        try {
            return Json.MAPPER.treeToValue(tree, AssetList.class);
        } catch (JsonProcessingException shapeAndRecordDisagree) {
            throw new IllegalStateException("a file of the right shape does not bind", shapeAndRecordDisagree);
        }
    }

    /** With line and column, where the file had them. */
    private static List<Fault> placed(List<Fault> faults, Drafts drafts) {
        return faults.stream().map(fault -> placed(fault, drafts)).toList();
    }

    private static Fault placed(Fault fault, Drafts drafts) {
        String[] steps = fault.pointer().split("/");
        if (steps.length < 3 || drafts.entries().isEmpty() || fault.line() != null) {
            return fault;
        }
        Draft draft = drafts.entries().get(Integer.parseInt(steps[2]));
        return draft.line() == null ? fault : fault.at(draft.line(),
                steps.length == 3 ? null : AssetSheet.column(steps[3], steps.length == 4 ? null : steps[4]));
    }
}
