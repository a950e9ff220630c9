package org.tocsin.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.local.As.LIAISON_1;
import static org.tocsin.local.As.OPERATOR_A;
import static org.tocsin.local.As.OPERATOR_B;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;

/** What an inventory says beyond its entries: the graph, and what is missing. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OutlookTest {

    private static final String COVERAGE = "/api/v1/assets:coverage";

    /** The tests share inventories: each names entries of its own. */
    private String ours;

    @BeforeEach
    void nameIt() {
        ours = "o" + UUID.randomUUID().toString().substring(0, 8) + "-";
    }

    private void list(As who, String ref, String kind, String more) {
        Response answer = who.sends("{\"name\": \"Asset\", \"kind\": \"%s\", \"criticality\": 3%s}".formatted(kind, more))
                .put("/api/v1/assets/" + ours + ref);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    }

    private String takesTimeFrom(String organisation, String ref) {
        return ", \"edges\": [{\"type\": \"takes-time-from\", \"to\": {\"organisation\": \"%s\", \"ref\": \"%s\"}}]"
                .formatted(organisation, ours + ref);
    }

    /** All refs of a gap, part after part. */
    private static List<String> refs(As who, String gap, String field) {
        List<String> refs = new ArrayList<>();
        String page = COVERAGE + "?gap=" + gap + "&limit=2";
        while (page != null) {
            Response answer = who.asks().get(page);
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            refs.addAll(answer.jsonPath().getList("items." + field));
            page = answer.path("next");
        }
        return refs;
    }

    @Test
    void anOperatorSeesItsOwnEntriesAroundOneAndALiaisonAll() {
        // Given
        list(OPERATOR_A, "gm", "grandmaster", "");
        list(OPERATOR_A, "ntp", "time-server", takesTimeFrom(TestOrganisation.A.id(), "gm"));
        list(OPERATOR_B, "relay", "server", takesTimeFrom(TestOrganisation.A.id(), "ntp"));

        // When
        Response own = OPERATOR_A.asks().get("/api/v1/assets/" + ours + "gm/graph");
        Response all = LIAISON_1.asks().get("/api/v1/assets/" + ours + "gm/graph?organisation=" + TestOrganisation.A.id() + "&direction=down");
        Response shallow = LIAISON_1.asks().get("/api/v1/assets/" + ours + "gm/graph?organisation=" + TestOrganisation.A.id() + "&depth=1");

        // Then
        assertThat(own.jsonPath().getList("nodes.asset.ref")).containsExactly(ours + "ntp");
        assertThat(all.jsonPath().getList("nodes.asset.ref")).containsExactly(ours + "ntp", ours + "relay");
        assertThat(shallow.jsonPath().getList("nodes.asset.ref")).containsExactly(ours + "ntp");
        assertThat(shallow.<Boolean>path("deeper")).isTrue();
    }

    @Test
    void aGraphThatCannotBeDrawnIsRefused() {
        // Given
        list(OPERATOR_B, "theirs", "server", "");

        // When
        Response theirs = OPERATOR_A.asks().get("/api/v1/assets/" + ours + "theirs/graph");
        Response nobodys = OPERATOR_A.asks().get("/api/v1/assets/" + ours + "nobodys/graph");
        Response deep = OPERATOR_B.asks().get("/api/v1/assets/" + ours + "theirs/graph?depth=51");
        Response sideways = OPERATOR_B.asks().get("/api/v1/assets/" + ours + "theirs/graph?direction=sideways");

        // Then
        assertThat(theirs.statusCode()).isEqualTo(404);
        assertThat(theirs.asString()).isEqualTo(nobodys.asString());
        assertThat(deep.statusCode()).isEqualTo(400);
        assertThat(sideways.statusCode()).isEqualTo(400);
    }

    @Test
    void whatKeepsTimeWithoutACurrentRiskAssessmentIsListedOnceHoweverItIsPaged() {
        // Given
        list(OPERATOR_A, "never", "time-server", "");
        list(OPERATOR_A, "long-ago", "clock", ", \"riskAssessedAt\": \"2020-01-01\"");
        list(OPERATOR_A, "current", "clock", ", \"riskAssessedAt\": \"2020-01-01\", \"riskReviewDueAt\": \"2099-01-01\"");
        list(OPERATOR_A, "printer", "network-device", "");
        list(OPERATOR_B, "theirs", "time-server", "");

        // When
        List<String> own = refs(OPERATOR_A, "risk", "ref");
        List<String> all = refs(LIAISON_1, "risk", "ref");

        // Then
        assertThat(own).doesNotHaveDuplicates().contains(ours + "never", ours + "long-ago")
                .doesNotContain(ours + "current", ours + "printer", ours + "theirs");
        assertThat(all).contains(ours + "never", ours + "theirs");
    }

    @Test
    void staffDevicesOutOfPostureAreListedWithWhatIsWrong() {
        // Given
        list(OPERATOR_A, "kept", "workstation", ", \"posture\": {\"managed\": true}");
        list(OPERATOR_A, "unkept", "mobile-device", ", \"posture\": {\"managed\": false, \"encrypted\": false}");
        list(OPERATOR_A, "unknown", "workstation", "");

        // When
        Response found = OPERATOR_A.asks().get(COVERAGE + "?gap=posture&limit=500");

        // Then
        assertThat(found.jsonPath().getList("items.ref")).contains(ours + "unkept", ours + "unknown").doesNotContain(ours + "kept");
        assertThat(found.jsonPath().getList("items.find { it.ref == '" + ours + "unkept' }.postureProblems"))
                .containsExactly("not-managed", "not-encrypted");
        assertThat(found.<Integer>path("counts.posture")).isEqualTo(found.jsonPath().getList("items").size());
    }

    @Test
    void whatReportsNamedIsMissingUntilItIsListed() {
        // Given
        FiledReport.by(OPERATOR_A, Drafts.about(ours + "gone"));
        FiledReport.by(OPERATOR_A, Drafts.about(ours + "gone", ours + "later"));
        FiledReport.by(OPERATOR_B, Drafts.about(ours + "theirs"));
        List<String> before = refs(OPERATOR_A, "unlisted", "reference.ref");

        // When
        list(OPERATOR_A, "later", "server", "");

        // Then
        assertThat(before).contains(ours + "gone", ours + "later").doesNotContain(ours + "theirs");
        assertThat(refs(OPERATOR_A, "unlisted", "reference.ref")).contains(ours + "gone").doesNotContain(ours + "later", ours + "theirs");
        assertThat(refs(LIAISON_1, "unlisted", "reference.ref")).contains(ours + "gone", ours + "theirs");
    }

    @Test
    void whatCannotBeUsedIsRefused() {
        assertThat(OPERATOR_A.asks().get(COVERAGE + "?gap=everything").statusCode()).isEqualTo(400);
        assertThat(OPERATOR_A.asks().get(COVERAGE + "?limit=0").statusCode()).isEqualTo(400);
        assertThat(OPERATOR_A.asks().get(COVERAGE + "?after=%2F%2F").<String>path("type")).endsWith("bad-page");
        assertThat(OPERATOR_A.asks().get(COVERAGE + "?organisation=" + TestOrganisation.B.id()).statusCode()).isEqualTo(404);
    }
}
