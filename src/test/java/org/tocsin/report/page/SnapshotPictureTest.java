package org.tocsin.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tocsin.asset.GraphPicture;
import org.tocsin.asset.Snapshot;
import org.tocsin.json.Json;

class SnapshotPictureTest {

    private static final String SNAPSHOT = """
            {"unmatched": 0, "cut": false, "findings": [
              {"reference": {"hostname": "ntp1"}, "matched": true, "matchCount": 1, "matches": [
                {"by": ["hostname"], "entryAgeDays": 3, "timeSources": [%s],
                 "downstream": {"total": 1, "bySector": {}, "byOrganisation": {}, "mostCritical": [%s]},
                 "asset": {"organisation": "org-a", "ref": "ntp-1", "name": "Stratum 1", "kind": "time-server", "criticality": 5, "distance": 0}}]}]}""";
    private static final String SOURCES = """
            {"asset": {"organisation": "org-a", "ref": "gnss-1", "name": "Receiver", "kind": "gnss-receiver", "criticality": 4, "distance": 1}, "distance": 1},
            {"unlisted": "org-a/antenna", "distance": 2}""";
    private static final String DEPENDENT = """
            {"organisation": "org-b", "ref": "billing", "name": "Billing", "kind": "service", "criticality": 3, "distance": 2}""";

    private static GraphPicture picture(String sources, String dependents) {
        return SnapshotPicture.of(Json.MAPPER.convertValue(
                Json.tree(SNAPSHOT.formatted(sources, dependents).getBytes(StandardCharsets.UTF_8)), Snapshot.class));
    }

    @Test
    void sourcesStandToTheLeftAndWhatDependsToTheRightByTheirDistance() {
        // When
        GraphPicture picture = picture(SOURCES, DEPENDENT);

        // Then
        assertThat(picture.heads()).extracting(GraphPicture.Head::words).containsExactly("2 steps up", "Leans on", "Reported", "2 steps down");
        assertThat(picture.lines()).extracting(GraphPicture.Line::says).containsExactlyInAnyOrder("Stratum 1 takes time from Receiver",
                "Stratum 1 takes time from org-a/antenna", "Billing depends on Stratum 1");
        assertThat(picture.rows()).hasSize(4);
    }

    @Test
    void whatStandsAloneIsNotDrawn() {
        assertThat(picture("", "")).isNull();
    }
}
