package org.tocsin.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.asset.AssetKey;
import org.tocsin.asset.Concerned;

/** By which assets a report will be found as related to others, as three columns of equal length. */
record Named(String[] organisations, String[] refs, String[] relations) {

    private record Relation(AssetKey asset, String relation) {
    }

    static Named of(Concerned concerned) {
        List<Relation> all = new ArrayList<>();
        add(all, concerned.assets(), "named");
        add(all, concerned.sources(), "source");
        add(all, concerned.administrators(), "administrator");
        return new Named(
                all.stream().map(each -> each.asset().organisation()).toArray(String[]::new),
                all.stream().map(each -> each.asset().ref()).toArray(String[]::new),
                all.stream().map(Relation::relation).toArray(String[]::new));
    }

    private static void add(List<Relation> all, Set<AssetKey> assets, String relation) {
        assets.forEach(asset -> all.add(new Relation(asset, relation)));
    }
}
