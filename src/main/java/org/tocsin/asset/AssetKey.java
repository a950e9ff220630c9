package org.tocsin.asset;

import java.util.Comparator;

/** An asset's name everywhere: a ref says which only within its organisation. */
public record AssetKey(String organisation, String ref) implements Comparable<AssetKey> {

    private static final Comparator<AssetKey> ORDER =
            Comparator.comparing(AssetKey::organisation).thenComparing(AssetKey::ref);

    @Override
    public int compareTo(AssetKey other) {
        return ORDER.compare(this, other);
    }
}
