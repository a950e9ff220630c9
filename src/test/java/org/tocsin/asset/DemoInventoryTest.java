package org.tocsin.asset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.json.Json;

class DemoInventoryTest {

    private static final Path DEMO = Path.of("src/main/docker/demo");

    /** Reads each entry as a PUT would. */
    private static List<Node> inventory(String organisation) throws IOException {
        List<Node> nodes = new ArrayList<>();
        for (JsonNode entry : Json.MAPPER.readTree(Files.readAllBytes(DEMO.resolve("inventory-" + organisation + ".json")))) {
            AssetDocument asset = AssetReader.read(organisation, entry.path("ref").asText(), Json.MAPPER.writeValueAsBytes(entry));
            nodes.add(Node.of(organisation, asset, Instant.parse("2026-11-01T00:00:00Z")));
        }
        return nodes;
    }

    private static List<Node> both() throws IOException {
        List<Node> nodes = inventory("org-a");
        nodes.addAll(inventory("org-b"));
        return nodes;
    }

    private static Snapshot about(Graph graph, String organisation, AssetReference reference) {
        return Enrichment.of(graph, organisation, List.of(reference), LocalDate.parse("2026-11-23"), Limits.USUAL).snapshot();
    }

    @Test
    void everyEntryIsAcceptedAndEveryEdgeLeadsSomewhere() throws Exception {
        // Given
        List<Node> nodes = both();

        // When
        Graph graph = Graph.all(nodes, false);

        // Then
        assertThat(nodes).allSatisfy(node -> assertThat(node.links()).allSatisfy(link ->
                assertThat(graph.holders(link.to())).as("%s %s", node.key(), link).isNotEmpty()));
        assertThat(nodes).doesNotHaveDuplicates().hasSizeGreaterThan(55);
    }

    @Test
    void aFaultyStratumOneServerIsSeenToReachThePowerGrid() throws Exception {
        // When
        Snapshot snapshot = about(Graph.all(both(), false), "org-a", AssetReference.ref("ntp-1"));

        // Then
        assertThat(snapshot.downstream().byOrganisation()).containsKeys("org-a", "org-b");
        assertThat(snapshot.downstream().bySector()).containsKeys("energy", "transport", "finance", "health", "water");
    }

    @Test
    void aStaffPhoneIsSeenToExposeTheStratumOneServers() throws Exception {
        // Given
        AssetReference phone = new AssetReference(null, null, null, null, "f17zk0ab12cd");

        // When
        Match match = about(Graph.own("org-a", both(), false), "org-a", phone).findings().get(0).matches().get(0);

        // Then
        assertThat(match.exposed().mostCritical()).extracting(Listed::ref).contains("ntp-1", "ntp-2", "gm-north-1");
        assertThat(match.postureProblems()).contains(PostureProblem.NOT_MANAGED, PostureProblem.NO_STRONG_SIGN_IN);
    }
}
