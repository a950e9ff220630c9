package org.tocsin.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.tocsin.asset.Listed;
import org.tocsin.asset.Reach;
import org.tocsin.asset.Snapshot;
import org.tocsin.json.Json;
import org.tocsin.web.WireWords;

/**
 * What the inventory said of a revision's assets.
 *
 * @param downstream how much hangs on all of them together, in a sentence
 * @param critical   the most critical of that
 */
public record AssetTable(Snapshot snapshot, List<AssetRow> rows, String downstream, List<Listed> critical) {

    /** @param stored what is kept with the revision; null makes null */
    public static AssetTable of(JsonNode stored) {
        if (stored == null) {
            return null;
        }
        Snapshot snapshot = Json.MAPPER.convertValue(stored, Snapshot.class);
        return new AssetTable(snapshot, AssetRow.listed(snapshot.findings()).flatMap(AssetRow::of).toList(),
                sentence(snapshot.downstream(), snapshot.cut()), AssetRow.listed(snapshot.downstream().mostCritical()).toList());
    }

    private static String sentence(Reach reach, boolean cut) {
        if (reach.total() == 0) {
            return "Nothing that the inventory knows takes time from these assets or depends on them.";
        }
        return (cut ? "At least " : "") + reach.total() + (reach.total() == 1 ? " asset depends" : " assets depend")
                + " on them, directly or through others: " + counts(reach.bySector()) + ".";
    }

    private static String counts(SortedMap<String, Integer> bySector) {
        return bySector.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(sector -> WireWords.spoken(sector.getKey()).toLowerCase(Locale.ROOT) + " " + sector.getValue())
                .reduce((a, b) -> a + ", " + b).orElse("");
    }
}
