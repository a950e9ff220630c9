package org.tocsin.asset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tocsin.json.Json;

/** What an import would do to an inventory: a pure function of what is there and what is wanted. */
record ImportPlan(List<AssetDocument> added, List<Change> changed, int unchanged, List<String> removed) {

    /** An entry that is there already and becomes another. */
    record Change(AssetDocument before, AssetDocument after) {

        List<ImportResult.FieldChange> fields() {
            JsonNode old = Json.MAPPER.valueToTree(before);
            JsonNode next = Json.MAPPER.valueToTree(after);
            TreeSet<String> names = new TreeSet<>();
            old.fieldNames().forEachRemaining(names::add);
            next.fieldNames().forEachRemaining(names::add);
            return names.stream()
                    .filter(name -> !old.path(name).equals(next.path(name)))
                    .map(name -> new ImportResult.FieldChange(name, old.get(name), next.get(name)))
                    .toList();
        }
    }

    /** @param present by ref: those that the file names, or all when it replaces */
    static ImportPlan of(Map<String, AssetDocument> present, List<AssetDocument> wanted, ImportMode mode) {
        List<AssetDocument> added = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        TreeSet<String> removed = new TreeSet<>(present.keySet());
        for (AssetDocument asset : wanted) {
            AssetDocument before = present.get(asset.ref());
            removed.remove(asset.ref());
            if (before == null) {
                added.add(asset);
            } else if (!before.equals(asset)) {
                changed.add(new Change(before, asset));
            }
        }
        return new ImportPlan(added, changed, wanted.size() - added.size() - changed.size(),
                mode == ImportMode.REPLACE ? List.copyOf(removed) : List.of());
    }

    boolean changesNothing() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    List<AssetDocument> written() {
        List<AssetDocument> written = new ArrayList<>(added);
        changed.forEach(change -> written.add(change.after()));
        return written;
    }
}
