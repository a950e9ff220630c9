package org.tocsin.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.asset.Entries.elsewhere;
import static org.tocsin.asset.Entries.ip;
import static org.tocsin.asset.Entries.server;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tocsin.json.Json;

/** An operator's snapshot tells nothing of other organisations, whatever these list, point at or claim. */
class NobodySeesAcrossTest {

    private static final int REFS = 6;
    private static final List<AssetReference> REFERENCES = IntStream.range(0, REFS)
            .mapToObj(i -> i % 2 == 0 ? AssetReference.ref("s" + i) : ip("192.0.2." + i))
            .toList();

    @Property(tries = 300)
    void theOperatorsSnapshotIsTheSameWithAndWithoutTheOthers(@ForAll("own") List<Node> own, @ForAll("others") List<Node> others)
            throws Exception {
        // Given
        List<Node> everything = new ArrayList<>(others);
        everything.addAll(own);

        // When
        byte[] alone = operators(own);
        byte[] among = operators(everything);

        // Then
        assertThat(among).isEqualTo(alone);
    }

    @Property(tries = 300)
    void theLiaisonSeesAtLeastWhatTheOperatorSees(@ForAll("own") List<Node> own, @ForAll("others") List<Node> others) {
        // Given
        List<Node> everything = new ArrayList<>(others);
        everything.addAll(own);

        // When
        Snapshot operators = enrich(Graph.own("org-a", everything, false));
        Snapshot liaisons = enrich(Graph.all(everything, false));

        // Then
        assertThat(liaisons.downstream().byOrganisation().getOrDefault("org-a", 0))
                .isGreaterThanOrEqualTo(operators.downstream().total());
        assertThat(liaisons.unmatched()).isLessThanOrEqualTo(operators.unmatched());
    }

    @Provide
    Arbitrary<List<Node>> own() {
        return inventory("org-a");
    }

    @Provide
    Arbitrary<List<Node>> others() {
        return Combinators.combine(inventory("org-b"), inventory("org-c")).as((b, c) -> {
            List<Node> both = new ArrayList<>(b);
            both.addAll(c);
            return both;
        });
    }

    private static Arbitrary<List<Node>> inventory(String organisation) {
        return Arbitraries.integers().between(0, REFS - 1).set().ofMaxSize(REFS)
                .flatMap(refs -> Combinators.combine(refs.stream().map(ref -> entry(organisation, ref)).toList()).as(nodes -> nodes));
    }

    /** Addresses and targets are few, so that organisations claim each other's and point at each other. */
    private static Arbitrary<Node> entry(String organisation, int ref) {
        Arbitrary<EdgeTarget> target = Combinators.combine(Arbitraries.of("org-a", "org-b", "org-c"),
                Arbitraries.integers().between(0, REFS - 1)).as((to, number) -> number % 3 == 0
                        ? new EdgeTarget(null, null, null, "192.0.2." + number, null, null)
                        : elsewhere(to, "s" + number));
        Arbitrary<List<Edge>> edges = Combinators.combine(Arbitraries.of(EdgeType.class), target).as(Edge::new).list().ofMaxSize(4);
        return Combinators.combine(edges, Arbitraries.integers().between(0, REFS - 1), Arbitraries.of(Sector.class))
                .as((links, address, sector) -> {
                    Entries entry = server(organisation, "s" + ref).serves(sector).with(IdentifierKind.IP, "192.0.2." + address);
                    links.forEach(edge -> entry.edge(edge.type(), edge.to()));
                    return entry.node();
                });
    }

    private static byte[] operators(List<Node> nodes) throws Exception {
        return Json.MAPPER.writeValueAsBytes(enrich(Graph.own("org-a", nodes, false)));
    }

    private static Snapshot enrich(Graph graph) {
        return Enrichment.of(graph, "org-a", REFERENCES, LocalDate.parse("2026-11-23"), Limits.USUAL).snapshot();
    }
}
