package org.tocsin.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Certificates;
import org.tocsin.local.Keycloak;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestClients;
import org.tocsin.local.TestStack;

/** The certificate, the token and the bond between them: whoever lacks one leaves nothing here. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WhoMayHandOverTest {

    private final Certificates certificates = TestStack.certificates();
    private Handing handing;

    @BeforeEach
    void aSoundHandover() {
        handing = Handing.over(Documents.bytes(Documents.sound()));
    }

    @AfterEach
    void nothingIsStored() {
        assertThat(Kept.submissions(handing.delivery())).isZero();
    }

    @Test
    void plainHttpIsRefused() {
        // Given
        handing.through(Wire.plain());

        // When
        Answer answer = handing.send();

        // Then
        assertThat(answer.refusal()).isEqualTo("403 no-client-certificate");
    }

    @Test
    void tlsWithoutAClientCertificateIsRefused() {
        // Given
        handing.through(Wire.tls(certificates.trusting()));

        // When
        Answer answer = handing.send();

        // Then
        assertThat(answer.refusal()).isEqualTo("403 no-client-certificate");
    }

    @Test
    void aCertificateOfAnAuthorityThatWeDoNotTrustGetsNoAnswer() {
        // Given
        handing.through(Wire.tls(InsistentKeys.of(certificates.stranger())));

        // When
        int status = statusOrBrokenConnection();

        // Then
        assertThat(status).isIn(-1, 403);
    }

    @Test
    void aTokenThatIsBoundToAnotherCertificateIsRefused() {
        // Given
        handing.through(Wire.tls(certificates.as(certificates.otherClient())));

        // When
        Answer answer = handing.send();

        // Then
        assertThat(answer.refusal()).isEqualTo("401 unauthenticated");
    }

    @Test
    void aTokenThatIsNotBoundIsRefused() {
        // Given
        handing.token(TestClients.token(TestClients.unbound("peer")));

        // When
        Answer answer = handing.send();

        // Then
        assertThat(answer.refusal()).isEqualTo("401 unauthenticated");
    }

    @Test
    void aPersonsTokenIsRefused() {
        // Given
        handing.token(TestStack.tokens(Keycloak.CERT).ofPerson("cert-liaison-1"));

        // When
        Answer answer = handing.send();

        // Then
        assertThat(answer.refusal()).isEqualTo("401 unauthenticated");
    }

    @Test
    void aTokenOfTheOtherRealmIsRefused() {
        // Given
        handing.token(As.SENSOR_A.token());

        // When
        Answer answer = handing.send();

        // Then
        assertThat(answer.refusal()).isEqualTo("401 unauthenticated");
    }

    @Test
    void noTokenIsRefused() {
        // Given
        handing.without("Authorization");

        // When
        Answer answer = handing.send();

        // Then
        assertThat(answer.refusal()).isEqualTo("401 unauthenticated");
    }

    @Test
    void aTokenThatSomebodyChangedIsRefused() {
        // Given
        String token = TestStack.gatewayToken(certificates.gateway());
        handing.token(token.substring(0, token.length() - 8) + "AAAAAAAA");

        // When
        Answer answer = handing.send();

        // Then
        assertThat(answer.refusal()).isEqualTo("401 unauthenticated");
    }

    @Test
    void aClientWithoutTheRoleOfAPeerIsRefused() {
        // Given
        handing.token(TestClients.token(TestClients.bound("sensor")));

        // When
        Answer answer = handing.send();

        // Then
        assertThat(answer.refusal()).isEqualTo("403 forbidden");
    }

    @Test
    void aPeerThatIsNotRegisteredHereIsRefused() {
        // Given
        handing.token(TestClients.token(TestClients.bound("peer")));

        // When
        Answer answer = handing.send();

        // Then
        assertThat(answer.refusal()).isEqualTo("403 unknown-peer");
    }

    private int statusOrBrokenConnection() {
        try {
            return handing.trying().status();
        } catch (IOException brokenOff) {
            return -1;
        }
    }
}
