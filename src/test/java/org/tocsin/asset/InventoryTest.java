package org.tocsin.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.asset.Entries.elsewhere;
import static org.tocsin.asset.Entries.entry;
import static org.tocsin.asset.Entries.server;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.tocsin.json.Canonical;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class InventoryTest {

    private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");

    @Inject
    Inventory inventory;
    @Inject
    InventoryGraph graph;
    @Inject
    Assets assets;
    @Inject
    Transactions transactions;
    @Inject
    EntityManager database;

    /** The tests share a database: each speaks of entries of its own. */
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private void list(String organisation, Function<String, Entries> entry, String... names) {
        transactions.seeing(Sight.own(organisation), () -> {
            for (String name : names) {
                assets.put(organisation, entry.apply(name).document(), "test", AT);
            }
        });
    }

    private String ref(String name) {
        return name + "-" + mark;
    }

    private Snapshot operators() {
        return transactions.seeing(Sight.own(TestOrganisation.A.id()),
                () -> inventory.operatorView(TestOrganisation.A.id(), List.of(AssetReference.ref(ref("top")))).snapshot());
    }

    private Enrichment liaisons(String name) {
        return transactions.seeing(Sight.all(), () -> inventory.liaisonView(TestOrganisation.A.id(), List.of(AssetReference.ref(ref(name)))));
    }

    private void listAChain() {
        list(TestOrganisation.A.id(), name -> server(TestOrganisation.A.id(), ref(name)).with(IdentifierKind.HOSTNAME, ref(name) + ".time.example"), "top");
        list(TestOrganisation.A.id(), name -> server(TestOrganisation.A.id(), ref(name)).takesTimeFrom(ref("top")), "middle");
        list(TestOrganisation.A.id(), name -> entry(TestOrganisation.A.id(), ref(name), AssetKind.SERVICE).serves(Sector.FINANCE)
                .edge(EdgeType.DEPENDS_ON, ref("middle")), "bottom");
        list(TestOrganisation.A.id(), name -> entry(TestOrganisation.A.id(), ref(name), AssetKind.WORKSTATION).edge(EdgeType.ADMINISTERS, ref("top")), "console");
    }

    private void listWhatHangsOnItElsewhere() {
        list(TestOrganisation.B.id(), name -> server(TestOrganisation.B.id(), ref(name)).serves(Sector.ENERGY)
                .edge(EdgeType.TAKES_TIME_FROM, elsewhere(TestOrganisation.A.id(), ref("top"))), "grid-1");
        list(TestOrganisation.B.id(), name -> server(TestOrganisation.B.id(), ref(name)).serves(Sector.ENERGY).edge(EdgeType.TAKES_TIME_FROM,
                new EdgeTarget(null, null, ref("TOP") + ".Time.example", null, null, null)), "grid-2");
        list(TestOrganisation.B.id(), name -> entry(TestOrganisation.B.id(), ref(name), AssetKind.MOBILE_DEVICE)
                .edge(EdgeType.ADMINISTERS, elsewhere(TestOrganisation.A.id(), ref("top"))), "phone");
    }

    @Test
    void theOperatorsSnapshotIsTheSameByteForByteWithAndWithoutTheOthers() {
        // Given
        listAChain();
        byte[] before = Canonical.bytes(operators());

        // When
        listWhatHangsOnItElsewhere();

        // Then
        assertThat(Canonical.bytes(operators())).isEqualTo(before);
        assertThat(operators().downstream().total()).isEqualTo(2);
    }

    @Test
    void theLiaisonsSnapshotFollowsEdgesBetweenOrganisations() {
        // Given
        listAChain();
        listWhatHangsOnItElsewhere();

        // When
        Enrichment enrichment = liaisons("top");

        // Then
        assertThat(enrichment.snapshot().downstream().byOrganisation()).containsEntry(TestOrganisation.A.id(), 2).containsEntry(TestOrganisation.B.id(), 2);
        assertThat(enrichment.concerned().administrators())
                .containsExactly(new AssetKey(TestOrganisation.A.id(), ref("console")), new AssetKey(TestOrganisation.B.id(), ref("phone")));
    }

    @Test
    void aConsoleIsSeenToExposeAllThatHangsOnWhatItAdministers() {
        // Given
        listAChain();

        // When
        Snapshot snapshot = liaisons("console").snapshot();

        // Then
        assertThat(snapshot.exposed().mostCritical()).extracting(Listed::ref)
                .containsExactly(ref("top"), ref("middle"), ref("bottom"));
    }

    @Test
    void rowLevelSecurityShowsNothingOfOthersEvenToAQueryThatAsksForAll() {
        // Given
        listAChain();
        listWhatHangsOnItElsewhere();
        Set<Handle> top = Set.of(Handle.ref(TestOrganisation.A.id(), ref("top")), Handle.ref(TestOrganisation.B.id(), ref("grid-1")));

        // When
        Snapshot seen = transactions.seeing(Sight.own(TestOrganisation.A.id()), () -> Enrichment.of(graph.all(top, 1000), TestOrganisation.A.id(),
                List.of(AssetReference.ref(ref("top"))), LocalDate.parse("2026-11-23"), Limits.USUAL).snapshot());

        // Then
        assertThat(seen.downstream().byOrganisation()).containsOnlyKeys(TestOrganisation.A.id());
        assertThat(seen.findings().get(0).matches().get(0).administrators())
                .extracting(administrator -> administrator.asset().organisation()).containsOnly(TestOrganisation.A.id());
    }

    @Test
    void aCycleEndsInTheDatabaseToo() {
        // Given
        list(TestOrganisation.A.id(), name -> server(TestOrganisation.A.id(), ref(name)).takesTimeFrom(ref("two")), "one");
        list(TestOrganisation.A.id(), name -> server(TestOrganisation.A.id(), ref(name)).takesTimeFrom(ref("one")), "two");

        // When
        Snapshot snapshot = liaisons("one").snapshot();

        // Then
        assertThat(snapshot.downstream().total()).isOne();
        assertThat(snapshot.cut()).isFalse();
    }

    @Test
    void whatGoesBeyondTheLimitIsCutAndSaidToBe() {
        // Given
        listAChain();

        // When
        Graph cut = transactions.seeing(Sight.all(), () -> graph.all(Set.of(Handle.ref(TestOrganisation.A.id(), ref("top"))), 2));

        // Then
        assertThat(cut.cut()).isTrue();
    }

    @Test
    void hundredsThatHangOnOneServerAreCountedByOneStatement() {
        // Given
        list(TestOrganisation.A.id(), name -> server(TestOrganisation.A.id(), ref(name)), "top");
        String[] many = IntStream.range(0, 500).mapToObj(i -> "s" + i).toArray(String[]::new);
        list(TestOrganisation.B.id(), name -> server(TestOrganisation.B.id(), ref(name)).serves(Sector.ENERGY)
                .edge(EdgeType.TAKES_TIME_FROM, elsewhere(TestOrganisation.A.id(), ref("top"))), many);
        Statistics statistics = database.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);

        // When
        long statements = LongStream.generate(() -> {
            long before = statistics.getPrepareStatementCount();
            assertThat(liaisons("top").snapshot().downstream().bySector()).containsEntry("energy", 500);
            return statistics.getPrepareStatementCount() - before;
        }).limit(10).min().orElseThrow();

        // Then: the least of ten, for background work is counted too
        assertThat(statements).as("one for the sight, one for the graph").isEqualTo(2);
    }

    @Test
    void everyWriteLeavesWhatItReplacedBehindNeitherHandlesNorEdges() {
        // Given
        listAChain();

        // When
        list(TestOrganisation.A.id(), name -> server(TestOrganisation.A.id(), ref(name)), "middle");

        // Then
        assertThat(operators().downstream().total()).isZero();
    }
}
