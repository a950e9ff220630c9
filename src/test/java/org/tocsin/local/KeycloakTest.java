package org.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The realms as they are delivered: what the tokens of their people, sensors and peers say. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class KeycloakTest {

    @Test
    void aPersonsTokenNamesTheOrganisationAndIsForTocsin() throws IOException {
        // When
        JsonNode claims = claims(TestStack.tokens().ofPerson("operator-a"));

        // Then
        assertThat(claims.path("aud").asText()).isEqualTo("tocsin");
        assertThat(claims.path("organisation").asText()).isEqualTo("org-a");
        assertThat(claims.at("/realm_access/roles/0").asText()).isEqualTo("operator");
    }

    @Test
    void aSensorsTokenNamesItsOrganisation() throws IOException {
        // When
        JsonNode claims = claims(TestStack.tokens().ofClient("sensor-b"));

        // Then
        assertThat(claims.path("aud").asText()).isEqualTo("tocsin");
        assertThat(claims.path("organisation").asText()).isEqualTo("org-b");
        assertThat(claims.at("/realm_access/roles/0").asText()).isEqualTo("sensor");
    }

    @Test
    void theGatewaysTokenIsBoundToItsCertificate() throws IOException, GeneralSecurityException {
        // Given
        Certificates certificates = TestStack.certificates();
        byte[] der = Pem.certificate(certificates.gateway().certificate()).getEncoded();
        String thumbprint = Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256").digest(der));

        // When
        JsonNode claims = claims(TestStack.gatewayToken(certificates.gateway()));

        // Then
        assertThat(claims.path("cnf").path("x5t#S256").asText()).isEqualTo(thumbprint);
        assertThat(claims.path("iss").asText()).endsWith("/realms/" + Keycloak.CERT);
        assertThat(claims.path("organisation").asText()).isEqualTo("tocsin");
        assertThat(claims.at("/realm_access/roles/0").asText()).isEqualTo("peer");
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
