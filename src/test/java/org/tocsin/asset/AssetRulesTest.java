package org.tocsin.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.asset.Entries.server;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.problem.Fault;

class AssetRulesTest {

    private static List<String> pointers(Entries entry) {
        return AssetRules.faults("org-a", "ntp-1", entry.document()).stream().map(Fault::pointer).toList();
    }

    @Test
    void anEntryThatKeepsToTheRulesHasNoFaults() {
        // Given
        Entries entry = server("org-a", "ntp-1")
                .with(IdentifierKind.MAC, "00:00:5e:00:53:01")
                .edge(EdgeType.TAKES_TIME_FROM, Entries.elsewhere("org-b", "ntp-1"));

        // When
        List<String> pointers = pointers(entry);

        // Then
        assertThat(pointers).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        // Given
        Entries entry = server("org-a", "other")
                .with(IdentifierKind.IP, "192.0.2.300")
                .with(IdentifierKind.IP, "192.0.2.3")
                .with(IdentifierKind.IP, "::ffff:192.0.2.3")
                .edge(EdgeType.DEPENDS_ON, "ntp-1")
                .edge(EdgeType.DEPENDS_ON, new EdgeTarget(null, "a", "b.example", null, null, null))
                .edge(EdgeType.DEPENDS_ON, new EdgeTarget("org-b", null, "b.example", null, null, null))
                .edge(EdgeType.DEPENDS_ON, new EdgeTarget(null, null, null, null, "no clock identity", null))
                .kept(new Posture(true, null, null, null, null, null));

        // When
        List<String> pointers = pointers(entry);

        // Then
        assertThat(pointers).containsExactly("/ref", "/identifiers/0/value", "/identifiers/2", "/edges/0/to", "/edges/1/to",
                "/edges/2/to/organisation", "/edges/3/to", "/posture");
    }
}
