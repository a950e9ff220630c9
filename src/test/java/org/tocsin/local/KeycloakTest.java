package org.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KeycloakTest {

    private static final Path DIRECTORY = Path.of("target", "keycloak-test");

    private static Certificates certificates;
    private static Keycloak keycloak;

    @BeforeAll
    static void start() {
        Home home = Home.at(DIRECTORY);
        Leftovers.end(home.run());
        certificates = Certificates.at(home.keys());
        keycloak = Keycloak.start(home, Ports.free(), certificates);
    }

    @AfterAll
    static void stop() {
        keycloak.close();
    }

    @Test
    void aPersonsTokenNamesTheOrganisationAndIsForTocsin() throws IOException {
        // When
        JsonNode claims = claims(Tokens.from(keycloak, Keycloak.TOCSIN).ofPerson("operator-a"));

        // Then
        assertThat(claims.path("aud").asText()).isEqualTo("tocsin");
        assertThat(claims.path("organisation").asText()).isEqualTo("org-a");
        assertThat(claims.at("/realm_access/roles/0").asText()).isEqualTo("operator");
    }

    @Test
    void aSensorsTokenNamesItsOrganisation() throws IOException {
        // When
        JsonNode claims = claims(Tokens.from(keycloak, Keycloak.TOCSIN).ofClient("sensor-b"));

        // Then
        assertThat(claims.path("aud").asText()).isEqualTo("tocsin");
        assertThat(claims.path("organisation").asText()).isEqualTo("org-b");
        assertThat(claims.at("/realm_access/roles/0").asText()).isEqualTo("sensor");
    }

    @Test
    void theGatewaysTokenIsBoundToItsCertificate() throws IOException, GeneralSecurityException {
        // Given
        byte[] der = Pem.certificate(certificates.gateway().certificate()).getEncoded();
        String thumbprint = Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256").digest(der));

        // When
        JsonNode claims = claims(Tokens.from(keycloak, Keycloak.CERT)
                .ofSigningClient("gateway", certificates.gatewayAssertion(), certificates.as(certificates.gateway())));

        // Then
        assertThat(claims.path("cnf").path("x5t#S256").asText()).isEqualTo(thumbprint);
        assertThat(claims.path("iss").asText()).isEqualTo(keycloak.issuer(Keycloak.CERT));
        assertThat(claims.path("organisation").asText()).isEqualTo("tocsin");
        assertThat(claims.at("/realm_access/roles/0").asText()).isEqualTo("peer");
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
