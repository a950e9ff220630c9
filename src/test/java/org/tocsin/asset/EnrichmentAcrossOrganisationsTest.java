package org.tocsin.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.asset.Entries.elsewhere;
import static org.tocsin.asset.Entries.entry;
import static org.tocsin.asset.Entries.graph;
import static org.tocsin.asset.Entries.ip;
import static org.tocsin.asset.Entries.server;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnrichmentAcrossOrganisationsTest {

    private static Snapshot snapshot(String organisation, Graph graph, AssetReference reference) {
        return Enrichment.of(graph, organisation, List.of(reference), LocalDate.parse("2026-11-23"), Limits.USUAL).snapshot();
    }

    @Test
    void theLiaisonSeesWhoTakesTimeFromAnotherOrganisation() {
        // Given
        Graph all = graph(
                server("org-a", "ntp-1").with(IdentifierKind.HOSTNAME, "ntp1.time.example"),
                server("org-b", "by-ref").serves(Sector.ENERGY).edge(EdgeType.TAKES_TIME_FROM, elsewhere("org-a", "ntp-1")),
                server("org-b", "by-name").serves(Sector.ENERGY).edge(EdgeType.TAKES_TIME_FROM,
                        new EdgeTarget(null, null, "NTP1.time.example", null, null, null)),
                entry("org-b", "relays", AssetKind.SERVICE).serves(Sector.ENERGY).edge(EdgeType.DEPENDS_ON, "by-ref"));

        // When
        Reach downstream = snapshot("org-a", all, AssetReference.ref("ntp-1")).downstream();

        // Then
        assertThat(downstream.bySector()).isEqualTo(Map.of("energy", 3));
        assertThat(downstream.byOrganisation()).isEqualTo(Map.of("org-b", 3));
    }

    @Test
    void theReportersOwnEntryStandsBeforeAnotherOrganisations() {
        // Given
        Graph all = graph(
                server("org-a", "upstream").with(IdentifierKind.IP, "192.0.2.1"),
                server("org-b", "ntp-1").with(IdentifierKind.IP, "192.0.2.1"));

        // When
        Snapshot snapshot = snapshot("org-b", all, ip("192.0.2.1"));

        // Then
        assertThat(snapshot.findings().get(0).matches()).extracting(match -> match.asset().organisation())
                .containsExactly("org-b", "org-a");
    }

    @Test
    void aRefNeverMeansAnotherOrganisationsAsset() {
        // Given
        Graph all = graph(server("org-a", "ntp-1"));

        // When
        Snapshot snapshot = snapshot("org-b", all, AssetReference.ref("ntp-1"));

        // Then
        assertThat(snapshot.unmatched()).isOne();
    }

    @Test
    void aPrivateAddressNeverMeansAnotherOrganisationsAsset() {
        // Given
        Graph all = graph(server("org-a", "ntp-1").with(IdentifierKind.IP, "10.0.0.1"));

        // When
        Snapshot snapshot = snapshot("org-b", all, ip("10.0.0.1"));

        // Then
        assertThat(snapshot.unmatched()).isOne();
    }
}
