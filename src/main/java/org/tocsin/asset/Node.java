package org.tocsin.asset;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One inventory entry in the graph around a report.
 *
 * @param handles   what it answers to
 * @param links     where its edges lead
 * @param writtenAt when the entry was last written
 * @param document  the whole entry; null for those that are only counted, for there may be thousands
 */
record Node(AssetKey key, String name, AssetKind kind, int criticality, Sector sector, Set<Handle> handles,
        Set<Link> links, Instant writtenAt, AssetDocument document) {

    static Node of(String organisation, AssetDocument asset, Instant writtenAt) {
        return new Node(new AssetKey(organisation, asset.ref()), asset.name(), asset.kind(), asset.criticality(),
                asset.sector(), Handle.of(organisation, asset), links(organisation, asset), writtenAt, asset);
    }

    static Set<Link> links(String organisation, AssetDocument asset) {
        Set<Link> links = new LinkedHashSet<>();
        asset.edges().forEach(edge -> Handle.of(organisation, edge.to())
                .ifPresent(handle -> links.add(new Link(edge.type(), handle))));
        return links;
    }

    /** There is one entry of a key; comparing whole documents would make every walk slow. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Node node && key.equals(node.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
