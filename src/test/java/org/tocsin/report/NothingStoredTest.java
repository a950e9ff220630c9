package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;

/** What is refused leaves nothing but a count. Nobody else writes for org-b while these run. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class NothingStoredTest {

    @Inject
    MeterRegistry metrics;

    private double refused() {
        return metrics.counter("tocsin.reports.refused").count();
    }

    private static Response post(String body) {
        return As.OPERATOR_B.sends(body).post("/api/v1/reports");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}", "{\"title\": \"only this\"}"})
    void aBodyWithFaultsIsOnlyCounted(String body) {
        // Given
        long rows = Rows.of("org-b");
        double before = refused();

        // When
        Response answer = post(body);

        // Then
        assertThat(answer.statusCode()).isBetween(400, 422);
        assertThat(Rows.of("org-b")).isEqualTo(rows);
        assertThat(refused() - before).isEqualTo(1);
    }

    @Test
    void aBodyThatIsTooLargeIsOnlyCounted() {
        // Given
        long rows = Rows.of("org-b");
        double before = refused();

        // When
        Response answer = post(Drafts.earlyWarning().put("description", "x".repeat(300_000)).toString());

        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Rows.of("org-b")).isEqualTo(rows);
        assertThat(refused() - before).isEqualTo(1);
    }

    @Test
    void aKeyThatWasUsedForAnotherBodyIsOnlyCounted() {
        // Given
        String key = UUID.randomUUID().toString();
        As.OPERATOR_B.sends(Drafts.earlyWarning()).header("Idempotency-Key", key).post("/api/v1/reports");
        long rows = Rows.of("org-b");
        double before = refused();

        // When
        Response answer = As.OPERATOR_B.sends(Drafts.earlyWarning()).header("Idempotency-Key", key).post("/api/v1/reports");

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Rows.of("org-b")).isEqualTo(rows);
        assertThat(refused() - before).isEqualTo(1);
    }

    @Test
    void whatIsAcceptedIsNotCountedAsRefused() {
        // Given
        double before = refused();

        // When
        FiledReport.by(As.OPERATOR_B);

        // Then
        assertThat(refused()).isEqualTo(before);
    }
}
