package org.tocsin.asset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.json.Canonical;
import org.tocsin.json.Json;
import org.tocsin.seal.Sha256;

@Schema(name = "AssetImport", description = "What an import did, or on a dry run would do. Entries are named by their refs.")
public record ImportResult(
        @Schema(description = "true: nothing was changed")
        boolean dryRun,
        ImportMode mode,
        Counts counts,
        @Schema(description = "entries that were not there before")
        List<String> added,
        @Schema(description = "entries that were there and became others")
        List<Changed> changed,
        @Schema(description = "entries that the file does not name, when it replaces")
        List<String> removed,
        @Schema(description = "columns or fields of the file that say nothing to the inventory, so that they are not lost silently")
        List<String> ignored) {

    @Schema(name = "AssetImportCounts")
    public record Counts(
            @Schema(description = "entries that were not there before")
            int added,
            @Schema(description = "entries that were there and became others")
            int changed,
            @Schema(description = "entries that are as the file says already; they are not written again")
            int unchanged,
            @Schema(description = "entries that were struck off")
            int removed) {
    }

    @Schema(name = "AssetImportChange")
    public record Changed(
            @Schema(description = "which entry")
            String ref,
            @Schema(description = "each field that became another")
            List<FieldChange> fields) {
    }

    @Schema(name = "AssetFieldChange")
    public record FieldChange(
            @Schema(description = "the field's name")
            String field,
            @Schema(description = "absent where the entry did not have it", implementation = Object.class)
            @Nullable JsonNode before,
            @Schema(description = "absent where the entry has it no more", implementation = Object.class)
            @Nullable JsonNode after) {
    }

    /** Names what would change, so that what a person agreed to is what is done. */
    String digest() {
        return Sha256.hex(Sha256.of(Canonical.bytes(Json.MAPPER.valueToTree(List.of(added, changed, removed)))));
    }

    boolean changesNothing() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    static ImportResult of(ImportOrder order, ImportPlan plan, List<String> ignored) {
        return new ImportResult(order.dryRun(), order.mode(),
                new Counts(plan.added().size(), plan.changed().size(), plan.unchanged(), plan.removed().size()),
                plan.added().stream().map(AssetDocument::ref).toList(),
                plan.changed().stream().map(change -> new Changed(change.after().ref(), change.fields())).toList(),
                plan.removed(),
                ignored);
    }
}
