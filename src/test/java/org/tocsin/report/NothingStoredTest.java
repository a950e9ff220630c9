package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.TestPeople;
import org.tocsin.local.TestPeople.Account;

/** What is refused leaves nothing but a count. Whose it is has an organisation that nobody else and no background work writes for. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class NothingStoredTest {

    @Inject
    MeterRegistry metrics;

    private final String quiet = "quiet-" + UUID.randomUUID();

    private static long reportsOfB() {
        return Rows.number("select count(*) from report where organisation_id = '" + TestOrganisation.B.id() + "'");
    }

    private double refused() {
        return metrics.counter("tocsin.reports.refused").count();
    }

    private static Account of(String organisation) throws SQLException {
        try (Connection database = Rows.asOwner(); PreparedStatement add = database.prepareStatement(
                "insert into organisation (id, name) values (?, 'Nothing stored')")) {
            add.setString(1, organisation);
            add.executeUpdate();
        }
        return TestPeople.person(organisation, "operator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}", "{\"title\": \"only this\"}"})
    void aBodyWithFaultsIsOnlyCounted(String body) throws SQLException {
        // Given
        Account sender = of(quiet);
        double before = refused();

        // When
        Response answer = sender.sends(body).post("/api/v1/reports");

        // Then
        assertThat(answer.statusCode()).isBetween(400, 422);
        assertThat(Rows.of(quiet)).isZero();
        assertThat(refused() - before).isEqualTo(1);
    }

    @Test
    void aBodyThatIsTooLargeIsOnlyCounted() throws SQLException {
        // Given
        Account sender = of(quiet);
        double before = refused();

        // When
        Response answer = sender.sends(Drafts.earlyWarning().put("description", "x".repeat(300_000)).toString()).post("/api/v1/reports");

        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Rows.of(quiet)).isZero();
        assertThat(refused() - before).isEqualTo(1);
    }

    @Test
    void aKeyThatWasUsedForAnotherBodyIsOnlyCounted() {
        // Given
        String key = UUID.randomUUID().toString();
        As.OPERATOR_B.sends(Drafts.earlyWarning()).header("Idempotency-Key", key).post("/api/v1/reports");
        long reports = reportsOfB();
        double before = refused();

        // When
        Response answer = As.OPERATOR_B.sends(Drafts.earlyWarning()).header("Idempotency-Key", key).post("/api/v1/reports");

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(reportsOfB()).isEqualTo(reports);
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
