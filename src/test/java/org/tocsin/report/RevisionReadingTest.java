package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;

/** Revisions as they are read: by number, and what changed from one to another. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RevisionReadingTest {

    private ObjectNode draft;
    private FiledReport report;

    @BeforeEach
    void file() {
        draft = Drafts.earlyWarning();
        report = FiledReport.by(As.SENSOR_A, draft);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR_A", "SENSOR_A", "LIAISON_1", "AUDITOR"})
    void aRevisionIsReadByItsNumber(As reader) {
        // When
        Response answer = reader.asks().get("/api/v1/reports/" + report.reference() + "/revisions/1");

        // Then
        assertThat(answer.<Integer>path("number")).isEqualTo(1);
        assertThat(answer.<String>path("submission.title")).isEqualTo(draft.path("title").asText());
    }

    @Test
    void aRevisionThatIsNoneIsNotThere() {
        for (String number : List.of("2", "0", "-1", "x", "99999999999", "01")) {
            assertThat(As.SENSOR_A.asks().get(report.url() + "/revisions/" + number).statusCode()).as(number).isEqualTo(404);
            assertThat(As.SENSOR_A.asks().get(report.url() + "/revisions/1/diff/" + number).statusCode()).as(number).isEqualTo(404);
        }
        assertThat(As.OPERATOR_B.asks().get(report.url() + "/revisions/1").statusCode()).isEqualTo(404);
        assertThat(As.OPERATOR_B.asks().get(report.url() + "/revisions/1/diff/1").statusCode()).isEqualTo(404);
    }

    @Test
    void whatChangedIsToldForMachinesAndForPeople() {
        // Given
        ObjectNode more = Revising.corrected(draft).put("severity", "critical");
        more.withArray("assets").addObject().put("hostname", "ntp1.time.example");
        Revising.now(As.SENSOR_A, report, more);

        // When
        Response forth = As.SENSOR_A.asks().get(report.url() + "/revisions/1/diff/2");
        Response back = As.SENSOR_A.asks().get(report.url() + "/revisions/2/diff/1");

        // Then
        assertThat(forth.jsonPath().<String>getList("patch.path")).containsExactlyInAnyOrder("/assets", "/severity", "/title");
        assertThat(forth.jsonPath().<String>getList("changes.sentence")).contains(
                "How bad it is is new: “Critical”.",
                "What it happened to, ntp1.time.example is new: “Name in the DNS: ntp1.time.example”.");
        assertThat(back.jsonPath().<String>getList("patch.op")).containsExactlyInAnyOrder("remove", "remove", "replace");
        assertThat(As.SENSOR_A.asks().get(report.url() + "/revisions/2/diff/2").jsonPath().getList("patch")).isEmpty();
    }
}
