package org.tocsin.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.asset.EdgeType;
import org.tocsin.asset.Finding;
import org.tocsin.asset.GraphPicture;
import org.tocsin.asset.GraphPicture.Thing;
import org.tocsin.asset.GraphPicture.Tie;
import org.tocsin.asset.Listed;
import org.tocsin.asset.Match;
import org.tocsin.asset.Snapshot;

/**
 * What was known of a report's assets when it came, as a drawing. The snapshot says how far away something is and not by which
 * way, so each line leads straight to the asset that was reported, over whatever lies between.
 */
final class SnapshotPicture {

    private final Map<String, Thing> things = new LinkedHashMap<>();
    private final List<Tie> ties = new ArrayList<>();

    private SnapshotPicture() {
    }

    /** @return null when there is nothing around the assets that could be drawn */
    static GraphPicture of(Snapshot snapshot) {
        SnapshotPicture picture = new SnapshotPicture();
        List<Match> matches = AssetRow.listed(snapshot.findings()).filter(Finding::matched)
                .flatMap(finding -> AssetRow.listed(finding.matches())).toList();
        matches.forEach(match -> picture.put(match.asset(), 0));
        matches.forEach(picture::around);
        return picture.ties.isEmpty() ? null : GraphPicture.of(picture.things.values(), picture.ties, "Reported");
    }

    private void around(Match match) {
        String self = id(match.asset());
        AssetRow.listed(match.timeSources()).forEach(source -> {
            String id = source.asset() == null ? unlisted(source.unlisted(), -source.distance()) : put(source.asset(), -source.distance());
            tie(self, EdgeType.TAKES_TIME_FROM, id);
        });
        AssetRow.listed(match.administrators()).forEach(each -> tie(self, EdgeType.MANAGED_BY, put(each.asset(), -1)));
        AssetRow.listed(match.downstream().mostCritical()).forEach(each -> tie(put(each, each.distance()), EdgeType.DEPENDS_ON, self));
    }

    private void tie(String from, EdgeType type, String to) {
        if (!from.equals(to)) {
            ties.add(new Tie(from, type, to));
        }
    }

    private String put(Listed asset, int place) {
        String id = id(asset);
        things.putIfAbsent(id, new Thing(id, asset.name(), asset.ref(), asset.kind().word(), asset.criticality(), place, null));
        return id;
    }

    private String unlisted(String name, int place) {
        things.putIfAbsent(name, new Thing(name, name, null, null, null, place, null));
        return name;
    }

    private static String id(Listed asset) {
        return asset.organisation() + "/" + asset.ref();
    }
}
