package org.tocsin.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;
import org.tocsin.report.FiledReport;

/** Reports that liaisons link without handling them as one. What operators see of it: {@link IncidentSecrecyTest}. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class LinkTest {

    private static JsonPath links(As reader, FiledReport report) {
        return reader.asks().get("/api/v1/triage/" + report.id() + "/links").jsonPath();
    }

    @Test
    void aLinkIsSeenFromBothSidesAndRemovedFromEither() {
        // Given
        FiledReport one = FiledReport.by(As.OPERATOR_A);
        FiledReport other = FiledReport.by(As.OPERATOR_B);

        // When
        Response linked = Desk.link(As.LIAISON_1, one, other);
        JsonPath here = links(As.LIAISON_2, one);
        JsonPath there = links(As.AUDITOR, other);
        int removed = As.LIAISON_2.asks().delete("/api/v1/triage/" + other.id() + "/links/" + linked.path("id")).statusCode();

        // Then
        assertThat(linked.statusCode()).as(linked.asString()).isEqualTo(200);
        assertThat(here.getString("[0].report.reference")).isEqualTo(other.reference());
        assertThat(here.getString("[0].kind")).isEqualTo("same-cause");
        assertThat(here.getString("[0].linkedBy")).isEqualTo(As.LIAISON_1.user());
        assertThat(there.getString("[0].report.reference")).isEqualTo(one.reference());
        assertThat(removed).isEqualTo(204);
        assertThat(links(As.LIAISON_1, one).getList("")).isEmpty();
        assertThat(Desk.queue()).contains(one.id(), other.id());
    }

    @Test
    void whatCannotBeLinkedIsRefused() {
        // Given
        FiledReport one = FiledReport.by(As.OPERATOR_A);
        FiledReport other = FiledReport.by(As.OPERATOR_B);
        String link = Desk.link(As.LIAISON_1, one, other).path("id");

        // When
        List<Integer> answers = List.of(Desk.link(As.LIAISON_1, one, one).statusCode(), Desk.link(As.LIAISON_2, other, one).statusCode(),
                Desk.link(As.OPERATOR_A, one, other).statusCode(), Desk.link(As.AUDITOR, one, other).statusCode(),
                As.LIAISON_1.asks().delete("/api/v1/triage/" + FiledReport.by(As.OPERATOR_A).id() + "/links/" + link).statusCode());

        // Then
        assertThat(answers).containsExactly(422, 409, 403, 403, 404);
    }
}
