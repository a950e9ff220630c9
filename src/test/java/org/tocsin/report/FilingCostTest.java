package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;
import org.tocsin.local.Statements;

/** How often filing asks the database: each round trip is a wait, and on the worst day there are many reports. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class FilingCostTest {

    @BeforeEach
    void isKnown() {
        FiledReport.by(As.SENSOR_A);
    }

    private static void file(ObjectNode draft) {
        Response answer = As.SENSOR_A.sends(draft.put("externalRef", UUID.randomUUID().toString()))
                .header("Idempotency-Key", UUID.randomUUID()).post("/api/v1/reports");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    }

    @Test
    void aReportTakesThreeRoundTrips() {
        // When
        Statements cost = Statements.leastOf(() -> file(Drafts.earlyWarning()));

        // Then: what it may see, all rows, the commit
        assertThat(cost.roundTrips()).as("%s", cost.texts()).isEqualTo(3);
    }

    @Test
    void aReportThatNamesAssetsTakesEightAtMost() {
        // Given
        String listed = "cost-" + UUID.randomUUID();
        Response put = As.OPERATOR_A.sends("{\"name\": \"Listed\", \"kind\": \"time-server\", \"criticality\": 4}")
                .put("/api/v1/assets/" + listed);
        assertThat(put.statusCode()).as(put.asString()).isEqualTo(201);

        // When
        Statements cost = Statements.leastOf(() -> file(Drafts.about(listed, "nobody-knows")));

        // Then: beside those, the operator's view, a wider sight, the liaison's view, related reports, both views' rows. The commit has
        // no text; what the driver asks for itself, on a connection that has not met these types, is not counted.
        assertThat(cost.texts()).hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void aHundredReportsTakeAsManyAsOne() {
        // When
        Statements cost = Statements.leastOf(() ->
                assertThat(As.SENSOR_A.sends(hundred()).post("/api/v1/reports:batch").statusCode()).isEqualTo(200));

        // Then: as one alone, and three more, for a hundred at once are enough to settle the client's share
        assertThat(cost.roundTrips()).as("%s", cost.texts()).isLessThanOrEqualTo(6);
    }

    private static ObjectNode hundred() {
        ObjectNode batch = Json.MAPPER.createObjectNode();
        ArrayNode reports = batch.putArray("reports");
        for (int i = 0; i < 100; i++) {
            reports.addObject().put("idempotencyKey", UUID.randomUUID().toString()).set("report", Drafts.earlyWarning());
        }
        return batch;
    }
}
