package org.tocsin.asset;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes inventory entries for tests, with only what the test speaks of. */
final class Entries {

    static final Instant WRITTEN = Instant.parse("2026-10-01T09:00:00Z");

    private final String organisation;
    private final String ref;
    private final AssetKind kind;
    private final List<Identifier> identifiers = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private int criticality = 3;
    private Sector sector;
    private String ownerContact;
    private LocalDate riskAssessedAt;
    private LocalDate riskReviewDueAt;
    private Posture posture;

    private Entries(String organisation, String ref, AssetKind kind) {
        this.organisation = organisation;
        this.ref = ref;
        this.kind = kind;
    }

    static Entries entry(String organisation, String ref, AssetKind kind) {
        return new Entries(organisation, ref, kind);
    }

    static Entries server(String organisation, String ref) {
        return entry(organisation, ref, AssetKind.TIME_SERVER);
    }

    Entries with(IdentifierKind kind, String value) {
        identifiers.add(new Identifier(kind, value));
        return this;
    }

    Entries edge(EdgeType type, String ref) {
        return edge(type, EdgeTarget.ref(ref));
    }

    Entries edge(EdgeType type, EdgeTarget to) {
        edges.add(new Edge(type, to));
        return this;
    }

    Entries takesTimeFrom(String ref) {
        return edge(EdgeType.TAKES_TIME_FROM, ref);
    }

    Entries criticality(int criticality) {
        this.criticality = criticality;
        return this;
    }

    Entries serves(Sector sector) {
        this.sector = sector;
        return this;
    }

    Entries ownedBy(String contact) {
        ownerContact = contact;
        return this;
    }

    Entries assessed(String assessed, String due) {
        riskAssessedAt = assessed == null ? null : LocalDate.parse(assessed);
        riskReviewDueAt = due == null ? null : LocalDate.parse(due);
        return this;
    }

    Entries kept(Posture posture) {
        this.posture = posture;
        return this;
    }

    AssetDocument document() {
        return new AssetDocument(ref, "The " + ref, kind, criticality, sector, null, ownerContact, null, identifiers,
                Map.of(), edges, riskAssessedAt, riskReviewDueAt, posture, null);
    }

    Node node() {
        return Node.of(organisation, document(), WRITTEN);
    }

    static Graph graph(Entries... entries) {
        return graph(List.of(entries));
    }

    static Graph graph(List<Entries> entries) {
        return Graph.all(entries.stream().map(Entries::node).toList(), false);
    }

    static EdgeTarget elsewhere(String organisation, String ref) {
        return new EdgeTarget(organisation, ref, null, null, null, null);
    }

    static AssetReference ip(String ip) {
        return new AssetReference(null, null, ip, null, null);
    }

    static AssetReference hostname(String hostname) {
        return new AssetReference(null, hostname, null, null, null);
    }
}
