package org.tocsin.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.tocsin.asset.AssetWords;
import org.tocsin.asset.GraphPicture;
import org.tocsin.asset.Listed;
import org.tocsin.asset.Reach;
import org.tocsin.asset.Snapshot;
import org.tocsin.json.Json;
import org.tocsin.web.Speech;

/**
 * What the inventory said of a revision's assets.
 *
 * @param downstream how much hangs on all of them together, in a sentence
 * @param critical   the most critical of that
 * @param graph      what lies around them, drawn; null when that is nothing
 */
public record AssetTable(Snapshot snapshot, List<AssetRow> rows, String downstream, List<Listed> critical, GraphPicture graph) {

    /** @param stored what is kept with the revision; null makes null */
    public static AssetTable of(JsonNode stored) {
        if (stored == null) {
            return null;
        }
        Snapshot snapshot = Json.MAPPER.convertValue(stored, Snapshot.class);
        return new AssetTable(snapshot, AssetRow.listed(snapshot.findings()).flatMap(AssetRow::of).toList(),
                sentence(snapshot.downstream(), snapshot.cut()), AssetRow.listed(snapshot.downstream().mostCritical()).toList(), SnapshotPicture.of(snapshot));
    }

    private static String sentence(Reach reach, boolean cut) {
        if (reach.total() == 0) {
            return Speech.of("reach_nothing");
        }
        String key = (cut ? "reach_at_least" : "reach") + (reach.total() == 1 ? "_one" : "_many");
        return Speech.of(key, reach.total(), counts(reach.bySector()));
    }

    private static String counts(SortedMap<String, Integer> bySector) {
        return bySector.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(sector -> Speech.within(AssetWords.sector(sector.getKey())) + " " + sector.getValue())
                .reduce((a, b) -> a + ", " + b).orElse("");
    }
}
