package org.tocsin.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.asset.AssetApi.as;
import static org.tocsin.asset.AssetApi.newRef;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AssetRefusalsTest {

    private static List<String> faults(Response answer) {
        return answer.jsonPath().getList("faults.pointer");
    }

    @Test
    void everyFaultIsToldAtOnceWithItsPlace() {
        // When
        Response refused = as(As.OPERATOR_A).body("""
                {"name": "", "kind": "timeserver", "criticality": 9, "sektor": "energy", "riskAssessedAt": "11.5.2026",
                 "edges": [{"type": "takes-time-from", "to": {}}], "attributes": {"a": 1}}""")
                .put("/api/v1/assets/" + newRef());

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(faults(refused)).contains("/name", "/kind", "/criticality", "/sektor", "/riskAssessedAt", "/edges/0/to", "/attributes/a");
        assertThat(refused.asString()).contains("sector").contains("time-server");
    }

    @Test
    void howFieldsStandToEachOtherIsToldWithWhatIsWrongInThem() {
        // When
        String ref = newRef();
        Response refused = as(As.OPERATOR_A).body("""
                {"ref": "another", "kind": "server", "criticality": 9, "posture": {"managed": true},
                 "identifiers": [{"kind": "ip", "value": "not-one"}], "edges": [{"type": "depends-on", "to": {"ref": "%s"}}]}""".formatted(ref))
                .put("/api/v1/assets/" + ref);

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(faults(refused)).containsExactlyInAnyOrder("/name", "/criticality", "/ref", "/identifiers/0/value", "/edges/0/to", "/posture");
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=501", "kind=clocks", "q=%00"})
    void anUnusableQueryIsRefused(String query) {
        // When
        Response refused = as(As.OPERATOR_A).urlEncodingEnabled(false).get("/api/v1/assets?" + query);

        // Then
        assertThat(refused.statusCode()).isEqualTo(400);
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        // When
        Response refused = as(As.OPERATOR_A).body("{\"notes\": \"" + "x".repeat(64 * 1024) + "\"}").put("/api/v1/assets/" + newRef());

        // Then
        assertThat(refused.statusCode()).isEqualTo(413);
    }

    @Test
    void anythingButJsonIsRefused() {
        // When
        Response refused = as(As.OPERATOR_A).contentType("text/csv").body("a,b").put("/api/v1/assets/" + newRef());

        // Then
        assertThat(refused.statusCode()).isEqualTo(415);
    }
}
