package org.tocsin.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.tocsin.quarantine.QuarantineRequests.accept;
import static org.tocsin.quarantine.QuarantineRequests.draft;
import static org.tocsin.quarantine.QuarantineRequests.held;
import static org.tocsin.quarantine.QuarantineRequests.json;
import static org.tocsin.quarantine.QuarantineRequests.refuse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.mockito.InjectSpy;
import io.restassured.response.Response;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;
import org.tocsin.report.ReportIntake;

/** A liaison decides what becomes of a held report: a report received when it came, or none. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class QuarantineDecisionTest {

    @InjectSpy
    ReportIntake intake;

    private BrokenClock certified;

    @BeforeEach
    void sensorsWithExpiredTokens() {
        certified = LateSensors.certified();
        LateSensors.letGo();
    }

    @Test
    void acceptedItIsAReportReceivedWhenItCame() {
        // Given
        HttpResponse<String> answer = certified.file(draft(), BrokenClock.anyKey());
        String id = held(answer);

        // When
        Response accepted = accept(id);

        // Then
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(200);
        assertThat(accepted.jsonPath().getString("state")).isEqualTo("accepted");
        Response report = As.OPERATOR_A.asks().get("/api/v1/reports/" + accepted.jsonPath().getString("report"));
        assertThat(report.jsonPath().getString("receivedAt")).isEqualTo(json(answer).path("receivedAt").asText());
    }

    @Test
    void acceptedTwiceItIsTheSameReport() {
        // Given
        String id = held(certified.file(draft()));

        // When
        List<Response> answers = Together.all(List.of(() -> accept(id), () -> accept(id), () -> accept(id)));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        String report = accept(id).jsonPath().getString("report");
        assertThat(answers.stream().map(answer -> answer.jsonPath().getString("report")).filter(each -> each != null)).containsOnly(report);
        assertThat(Rows.number("select count(*) from report where title = (select title from quarantine where id = ?::uuid)", id)).isEqualTo(1);
    }

    @Test
    void ifWeEndWhileItIsBeingAcceptedItCanBeAcceptedAgain() {
        // Given
        String id = held(certified.file(draft()));
        doThrow(new IllegalStateException("the process ends here")).when(intake).acceptLate(any(), any(), any(), any(), any());
        assertThat(accept(id).statusCode()).isEqualTo(500);
        assertThat(refuse(id).statusCode()).isEqualTo(409);
        Mockito.reset(intake);

        // When
        Response again = accept(id);

        // Then
        assertThat(again.jsonPath().getString("state")).isEqualTo("accepted");
        assertThat(UUID.fromString(again.jsonPath().getString("report"))).isNotNull();
    }

    @Test
    void refusedItIsNoReportAndItsOperatorReadsWhy() {
        // Given
        String id = held(certified.file(draft()));

        // When
        Response refused = refuse(id);

        // Then
        assertThat(refused.jsonPath().getString("state")).isEqualTo("refused");
        Response seen = As.OPERATOR_A.asks().get("/api/v1/quarantine/" + id);
        assertThat(seen.jsonPath().getString("reason")).isEqualTo("Nobody sent this");
        assertThat(seen.asString()).doesNotContain("liaison-1");
        assertThat(refuse(id).statusCode()).isEqualTo(200);
        Response accepted = accept(id);
        assertThat(accepted.statusCode()).isEqualTo(409);
        assertThat(accepted.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:quarantine-decided");
    }
}
