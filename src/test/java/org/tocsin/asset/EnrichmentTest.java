package org.tocsin.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tocsin.asset.Entries.entry;
import static org.tocsin.asset.Entries.graph;
import static org.tocsin.asset.Entries.hostname;
import static org.tocsin.asset.Entries.ip;
import static org.tocsin.asset.Entries.server;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnrichmentTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private static Snapshot snapshot(Graph graph, AssetReference... references) {
        return Enrichment.of(graph, "org-a", List.of(references), TODAY, Limits.USUAL).snapshot();
    }

    private static Match onlyMatch(Graph graph, AssetReference reference) {
        return snapshot(graph, reference).findings().get(0).matches().get(0);
    }

    @Test
    void aReferenceIsFoundByAnyOfItsIdentifiersHoweverSpelt() {
        // Given
        Graph inventory = graph(server("org-a", "ntp-1")
                .with(IdentifierKind.HOSTNAME, "NTP1.time.example").with(IdentifierKind.IP, "2001:DB8::17"));

        // When
        Snapshot snapshot = snapshot(inventory, hostname("ntp1.TIME.example."), ip("2001:db8:0:0:0:0:0:17"));

        // Then
        assertThat(snapshot.unmatched()).isZero();
        assertThat(snapshot.findings()).flatExtracting(Finding::matches).extracting(match -> match.asset().ref())
                .containsExactly("ntp-1", "ntp-1");
    }

    @Test
    void aReferenceThatNothingFitsIsFlaggedAndKept() {
        // Given
        AssetReference unknown = ip("198.51.100.99");

        // When
        Snapshot snapshot = snapshot(graph(server("org-a", "ntp-1")), unknown);

        // Then
        assertThat(snapshot.unmatched()).isOne();
        assertThat(snapshot.findings()).containsExactly(new Finding(unknown, false, 0, List.of()));
    }

    @Test
    void twoEntriesWithOneAddressAreBothShown() {
        // Given
        Graph inventory = graph(
                server("org-a", "old").with(IdentifierKind.IP, "192.0.2.1"),
                server("org-a", "new").with(IdentifierKind.IP, "192.0.2.1"));

        // When
        Finding finding = snapshot(inventory, ip("192.0.2.1")).findings().get(0);

        // Then
        assertThat(finding.matchCount()).isEqualTo(2);
        assertThat(finding.matches()).extracting(match -> match.asset().ref()).containsExactly("new", "old");
    }

    @Test
    void timeSourcesAreFoundThroughHostsAndOtherServersNearestFirst() {
        // Given
        Graph inventory = graph(
                entry("org-a", "trading", AssetKind.SERVICE).edge(EdgeType.HOSTED_ON, "host"),
                entry("org-a", "host", AssetKind.SERVER).takesTimeFrom("ntp"),
                server("org-a", "ntp").takesTimeFrom("maser"),
                entry("org-a", "maser", AssetKind.CLOCK));

        // When
        Match trading = onlyMatch(inventory, AssetReference.ref("trading"));

        // Then
        assertThat(trading.timeSources()).extracting(source -> source.asset().ref(), TimeSource::distance)
                .containsExactly(tuple("ntp", 2), tuple("maser", 3));
    }

    @Test
    void aTimeSourceThatNobodyListedIsShownAsTheEdgeNamesIt() {
        // Given
        Graph inventory = graph(server("org-a", "ntp").edge(EdgeType.TAKES_TIME_FROM, Entries.elsewhere("org-z", "gm-1")));

        // When
        Match ntp = onlyMatch(inventory, AssetReference.ref("ntp"));

        // Then
        assertThat(ntp.timeSources()).containsExactly(new TimeSource(null, "org-z/gm-1", 1, null));
    }

    @Test
    void aDiamondIsCountedOnce() {
        // Given
        Graph inventory = graph(
                server("org-a", "top"),
                server("org-a", "left").takesTimeFrom("top"),
                server("org-a", "right").takesTimeFrom("top"),
                entry("org-a", "bottom", AssetKind.SERVICE).serves(Sector.FINANCE).takesTimeFrom("left").takesTimeFrom("right"));

        // When
        Reach downstream = onlyMatch(inventory, AssetReference.ref("top")).downstream();

        // Then
        assertThat(downstream.total()).isEqualTo(3);
        assertThat(downstream.bySector()).isEqualTo(Map.of("finance", 1, "unstated", 2));
    }

    @Test
    void aCycleEndsAndNothingIsDownstreamOfItself() {
        // Given
        Graph inventory = graph(
                server("org-a", "one").takesTimeFrom("three"),
                server("org-a", "two").takesTimeFrom("one"),
                server("org-a", "three").takesTimeFrom("two"));

        // When
        Match one = onlyMatch(inventory, AssetReference.ref("one"));

        // Then
        assertThat(one.downstream().mostCritical()).extracting(Listed::ref).containsExactly("two", "three");
        assertThat(one.timeSources()).extracting(source -> source.asset().ref()).containsExactly("three", "two");
    }

    @Test
    void theMostCriticalAreListedAndAllAreCounted() {
        // Given
        Entries[] entries = new Entries[61];
        entries[0] = server("org-a", "top");
        for (int i = 1; i <= 60; i++) {
            entries[i] = server("org-a", "s" + i).takesTimeFrom("top").criticality(i == 42 ? 5 : 2);
        }

        // When
        Reach downstream = snapshot(graph(entries), AssetReference.ref("top")).downstream();

        // Then
        assertThat(downstream.total()).isEqualTo(60);
        assertThat(downstream.mostCritical()).hasSize(Limits.USUAL.listed());
        assertThat(downstream.mostCritical().get(0).ref()).isEqualTo("s42");
    }

    @Test
    void twoReferencesToOneChainCountWhatHangsOnItOnce() {
        // Given
        Graph inventory = graph(
                server("org-a", "top"),
                server("org-a", "middle").takesTimeFrom("top"),
                server("org-a", "bottom").takesTimeFrom("middle"));

        // When
        Snapshot snapshot = snapshot(inventory, AssetReference.ref("top"), AssetReference.ref("middle"));

        // Then
        assertThat(snapshot.downstream().mostCritical()).extracting(Listed::ref).containsExactly("bottom");
    }

    @Test
    void aStaffPhoneExposesWhatItAdministersAndAllThatHangsOnThat() {
        // Given
        Graph inventory = graph(
                entry("org-a", "phone", AssetKind.MOBILE_DEVICE).edge(EdgeType.ADMINISTERS, "gm"),
                entry("org-a", "gm", AssetKind.GRANDMASTER).criticality(5),
                server("org-a", "ntp").takesTimeFrom("gm"));

        // When
        Match phone = onlyMatch(inventory, AssetReference.ref("phone"));

        // Then
        assertThat(phone.downstream().total()).isZero();
        assertThat(phone.exposed().mostCritical()).extracting(Listed::ref).containsExactly("gm", "ntp");
        assertThat(phone.postureProblems()).containsExactly(PostureProblem.UNKNOWN);
    }

    @Test
    void whoAdministersItIsShownWithHowTheirDeviceIsKept() {
        // Given
        Graph inventory = graph(
                entry("org-a", "gm", AssetKind.GRANDMASTER).edge(EdgeType.MANAGED_BY, "console"),
                entry("org-a", "console", AssetKind.SERVER),
                entry("org-a", "phone", AssetKind.MOBILE_DEVICE).ownedBy("j.doe@time.example")
                        .kept(new Posture(true, false, LocalDate.parse("2026-02-01"), null, true, true))
                        .edge(EdgeType.ADMINISTERS, "gm"));

        // When
        Match gm = onlyMatch(inventory, AssetReference.ref("gm"));

        // Then
        assertThat(gm.administrators()).extracting(administrator -> administrator.asset().ref()).containsExactly("console", "phone");
        assertThat(gm.administrators().get(1).ownerContact()).isEqualTo("j.doe@time.example");
        assertThat(gm.administrators().get(1).postureProblems())
                .containsExactly(PostureProblem.OS_OUTDATED, PostureProblem.PATCH_OVERDUE);
    }

    @Test
    void theAgeOfTheEntryIsTold() {
        // When
        Match match = onlyMatch(graph(server("org-a", "ntp-1")), AssetReference.ref("ntp-1"));

        // Then
        assertThat(match.entryAgeDays()).isEqualTo(53);
    }

    @Test
    void otherReportsAreRelatedByAssetSourceAndAdministrator() {
        // Given
        Graph inventory = graph(
                server("org-a", "ntp").takesTimeFrom("gm"),
                entry("org-a", "gm", AssetKind.GRANDMASTER),
                entry("org-a", "laptop", AssetKind.WORKSTATION).edge(EdgeType.ADMINISTERS, "ntp"),
                server("org-a", "below").takesTimeFrom("ntp"));

        // When
        Concerned concerned = Enrichment.of(inventory, "org-a", List.of(AssetReference.ref("ntp")), TODAY, Limits.USUAL).concerned();

        // Then
        assertThat(concerned.assets()).containsExactly(new AssetKey("org-a", "ntp"));
        assertThat(concerned.sources()).containsExactly(new AssetKey("org-a", "gm"));
        assertThat(concerned.administrators()).containsExactly(new AssetKey("org-a", "laptop"));
    }
}
