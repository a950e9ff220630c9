package org.tocsin.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Certificates;
import org.tocsin.local.DroppingProxy;
import org.tocsin.local.Rows;
import org.tocsin.local.StackFailure;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestStack;

/** The identity provider does what it is asked, and its answer never comes: whatever was enrolled then can do nothing. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class LostAnswerTest {

    @Inject
    ClientConfig config;
    @Inject
    AbandonedEnrolments abandoned;
    @Inject
    InStep inStep;
    @ConfigProperty(name = "tocsin.issuer")
    String issuer;

    private final Certificates certificates = TestStack.certificates();
    private DroppingProxy proxy;

    @BeforeEach
    void between() {
        proxy = DroppingProxy.to(issuer);
        QuarkusMock.installMockForType(new IdentityProvider(config, proxy.issuer(), "tocsin"), IdentityProvider.class);
    }

    @AfterEach
    void end() {
        proxy.close();
    }

    private String token(JsonNode sensor) {
        return TestStack.tokens().ofSigningClient(sensor.path("id").asText(), certificates.gatewayAssertion(), certificates.trusting());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void ifTheAnswerToItsMakingIsLostItIsNotEnabledThere(int lost) {
        // Given: also where the attempt to remove it is not answered
        JsonNode sensor = Enrolling.sensorWithKey(certificates.gatewayAssertion());
        proxy.dropAnswers("/clients", lost, "POST", "DELETE");

        // When
        int status = Enrolling.enrol(sensor).statusCode();

        // Then
        assertThat(status).isEqualTo(503);
        assertThat(proxy.dropped()).isPositive();
        assertThat(As.ADMIN.asks().get("/api/v1/clients/" + sensor.path("id").asText()).statusCode()).isEqualTo(404);
        assertThatThrownBy(() -> token(sensor)).isInstanceOf(StackFailure.class);
        proxy.dropAnswers("/clients", 0);
        abandoned.removeAll();
        inStep.bringAll();
        assertThatThrownBy(() -> token(sensor)).isInstanceOf(StackFailure.class);
        assertThat(Rows.number("select count(*) from client where id = ?", sensor.path("id").asText())).isZero();
        assertThat(Enrolling.enrol(sensor).statusCode()).isEqualTo(201);
        assertThat(token(sensor)).isNotBlank();
    }

    @Test
    void ifTheAnswerToItsEnablingIsLostItIsEnrolledAndBroughtInStep() {
        // Given
        JsonNode sensor = Enrolling.sensorWithKey(certificates.gatewayAssertion());
        proxy.dropAnswers("/clients", 1, "PUT");

        // When
        int status = Enrolling.enrol(sensor).statusCode();

        // Then
        assertThat(status).isEqualTo(201);
        inStep.bringAll();
        assertThat(As.ADMIN.asks().get("/api/v1/clients/" + sensor.path("id").asText()).jsonPath().getString("identityProvider")).isEqualTo("in-step");
        assertThat(token(sensor)).isNotBlank();
    }
}
