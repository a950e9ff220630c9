package org.tocsin.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Management;
import org.tocsin.local.StackResource;

/** Metrics and the state of destinations count everyone's reports; readiness says nothing of anyone. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WatchingTest {

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/q/health/group/outside"})
    void nobodyAndNoOperatorReadsWhatCountsEveryonesReports(String path) {
        assertThat(given().get(Management.url(path)).statusCode()).isEqualTo(401);
        assertThat(As.OPERATOR_A.asks().get(Management.url(path)).statusCode()).isEqualTo(403);
        assertThat(As.SENSOR_A.asks().get(Management.url(path)).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/q/health", "/q/health/ready", "/q/health/live", "/q/health/group/outside"})
    void whereClientsComeThereIsNoneOfThis(String path) {
        assertThat(As.AUDITOR.asks().get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/ready", "/q/health/live", "/q/health/started"})
    void anyoneThereMayAskHowTheServiceIs(String path) {
        assertThat(given().get(Management.url(path)).statusCode()).isEqualTo(200);
    }

    @Test
    void theAuditorReadsTheMetrics() {
        assertThat(As.AUDITOR.asks().accept("text/plain").get(Management.url("/q/metrics")).then().statusCode(200).extract().asString())
                .contains("tocsin_deliveries_pending", "tocsin_issuer_up 1.0", "tocsin_audit_log_checkpoint_age_seconds");
    }

    @Test
    void theGroupTellsOfIssuerAndDestinationsAndReadinessDoesNot() {
        assertThat(As.AUDITOR.asks().get(Management.url("/q/health/group/outside")).jsonPath().getList("checks.name"))
                .contains("Identity provider", "Destinations", "Audit log");
        assertThat(given().get(Management.url("/q/health/ready")).then().statusCode(200).extract().jsonPath().getList("checks.name"))
                .contains("Database").doesNotContain("Identity provider", "Destinations");
    }
}
