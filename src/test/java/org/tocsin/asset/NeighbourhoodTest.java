package org.tocsin.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.asset.Entries.elsewhere;
import static org.tocsin.asset.Entries.graph;
import static org.tocsin.asset.Entries.server;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NeighbourhoodTest {

    private static final Set<Direction> BOTH = Set.of(Direction.UP, Direction.DOWN);

    private static Neighbourhood around(Graph graph, String ref, Set<Direction> directions, int depth) {
        Node start = graph.holders(Handle.ref("org-a", ref)).get(0);
        return Neighbourhood.of(graph, start, directions, depth);
    }

    private static List<String> nodes(Neighbourhood around) {
        return around.nodes().stream()
                .map(node -> node.direction() + " " + node.asset().ref() + " " + node.asset().distance()).toList();
    }

    /** top ← a ← b ← c */
    private static Graph chain() {
        return graph(server("org-a", "top"), server("org-a", "a").takesTimeFrom("top"),
                server("org-a", "b").edge(EdgeType.DEPENDS_ON, "a"), server("org-a", "c").edge(EdgeType.HOSTED_ON, "b"));
    }

    @Test
    void bothDirectionsAreFollowedNearestFirst() {
        // When
        Neighbourhood around = around(chain(), "b", BOTH, 5);

        // Then
        assertThat(nodes(around)).containsExactly("UP a 1", "DOWN c 1", "UP top 2");
        assertThat(around.edges()).extracting(edge -> edge.from() + " " + edge.type().word() + " " + edge.to())
                .containsExactlyInAnyOrder("org-a/b depends-on org-a/a", "org-a/c hosted-on org-a/b", "org-a/a takes-time-from org-a/top");
        assertThat(around.deeper()).isFalse();
    }

    @Test
    void whatLiesDeeperThanAskedIsLeftOutAndSaid() {
        // When
        Neighbourhood around = around(chain(), "top", Set.of(Direction.DOWN), 2);

        // Then
        assertThat(nodes(around)).containsExactly("DOWN a 1", "DOWN b 2");
        assertThat(around.deeper()).isTrue();
        assertThat(around.cut()).isFalse();
    }

    @Test
    void aCycleEnds() {
        // Given
        Graph circle = graph(server("org-a", "a").takesTimeFrom("b"), server("org-a", "b").takesTimeFrom("a"));

        // When
        Neighbourhood around = around(circle, "a", BOTH, 50);

        // Then
        assertThat(nodes(around)).containsExactlyInAnyOrder("UP b 1", "DOWN b 1");
        assertThat(around.edges()).hasSize(2);
    }

    @Test
    void whatNobodyListedIsNamedAsTheEdgeNamesIt() {
        // Given
        Graph graph = graph(server("org-a", "a").edge(EdgeType.TAKES_TIME_FROM, elsewhere("org-z", "gm-7")));

        // When
        Neighbourhood around = around(graph, "a", BOTH, 1);

        // Then
        assertThat(around.nodes()).isEmpty();
        assertThat(around.edges()).extracting(Neighbourhood.Joint::unlisted).containsExactly("org-z/gm-7");
    }

    @Test
    void moreThanCanBeShownIsCutAndSaid() {
        // Given
        Graph wide = graph(Stream.concat(Stream.of(server("org-a", "top")), IntStream.range(0, Neighbourhood.MOST + 1)
                .mapToObj(i -> server("org-a", "s" + i).takesTimeFrom("top"))).toList());

        // When
        Neighbourhood around = around(wide, "top", BOTH, 1);

        // Then
        assertThat(around.nodes()).hasSize(Neighbourhood.MOST);
        assertThat(around.cut()).isTrue();
    }
}
