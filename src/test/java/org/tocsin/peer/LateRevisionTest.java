package org.tocsin.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;

/** An older revision that comes after a newer one is kept, and is not the newest. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class LateRevisionTest {

    private final UUID origin = UUID.randomUUID();

    private String hand(int revision) {
        Answer answer = Handing.over(Documents.bytes(Documents.about(origin, revision, Documents.bare().put("title", "Revision " + revision)))).send();
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().path("caseReference").asText();
    }

    private static JsonPath report(String reference) {
        return As.LIAISON_1.asks().get("/api/v1/reports/" + reference).then().statusCode(200).extract().jsonPath();
    }

    private String title() {
        return Rows.column("select title from report where origin_report = ?", origin).get(0);
    }

    private static List<String> types(String reference) {
        return As.AUDITOR.asks().get("/api/v1/reports/" + reference + "/audit").jsonPath().getList("type");
    }

    @Test
    void theReportGoesOnToSayWhatTheNewerOneSays() {
        // Given
        String reference = hand(1);
        hand(3);

        // When
        hand(2);

        // Then
        assertThat(title()).isEqualTo("Revision 3");
        assertThat(Kept.revisions(origin)).isEqualTo(3);
        assertThat(Kept.latestRevision(origin)).isEqualTo(2);
        assertThat(types(reference)).contains("report.revised-late");
    }

    @Test
    void whatComesAfterTheLateOneIsTheNewest() {
        // Given
        String reference = hand(3);
        hand(1);
        hand(2);

        // When
        hand(4);

        // Then
        assertThat(title()).isEqualTo("Revision 4");
        assertThat(Kept.latestRevision(origin)).isEqualTo(4);
        assertThat(Kept.revisions(origin)).isEqualTo(4);
    }

    @Test
    void aLateRevisionDoesNotPutTheReportBackIntoTheQueue() {
        // Given
        String reference = hand(2);
        As.LIAISON_1.sends("{\"version\": 1}").post("/api/v1/triage/" + reference + "/claim").then().statusCode(200);
        String state = report(reference).getString("state");

        // When
        hand(1);

        // Then
        assertThat(report(reference).getString("state")).isEqualTo(state);
    }
}
