package org.tocsin.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.LeftAlone;
import org.tocsin.local.StackResource;
import org.tocsin.peer.Documents;

/** The CERT's identity provider is down while we start. Intake must not depend on it. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(LeftAlone.class)
public class IssuerOfTheCertDownTest {

    public static class Down implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc-client.national-cert.auth-server-url", "https://localhost:1/realms/gone");
        }
    }

    @Test
    void reportsAreTakenInAndTheirDeliveriesSayWhatIsMissing() {
        // When
        JsonNode attempt = Outgoing.filed(Documents.bare()).released().attempted(1).path(0);

        // Then
        assertThat(attempt.path("outcome").asText()).isEqualTo("retry");
        assertThat(attempt.path("reason").asText()).startsWith("The destination's identity provider gave us no access token");
    }
}
