package org.tocsin.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Certificates;
import org.tocsin.local.StackFailure;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestStack;

/** Clients that come with a certificate instead of a secret: their tokens are good over their own connections only. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CertificateClientTest {

    private final Certificates certificates = TestStack.certificates();

    private String enrolled() {
        return Enrolling.enrol(Enrolling.sensorWithCertificate(certificates.otherClient().certificate()))
                .then().statusCode(201).extract().jsonPath().getString("client.id");
    }

    private String token(String client) {
        return TestStack.tokens().ofCertificateClient(client, certificates.as(certificates.otherClient()));
    }

    private static void isUnauthenticated(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.body()).contains("urn:tocsin:problem:unauthenticated");
    }

    @Test
    void withItsCertificateItGetsATokenAndFiles() {
        // Given
        String token = token(enrolled());

        // When
        HttpResponse<String> answer = Line.tls(certificates.as(certificates.otherClient())).file(token);

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void itsTokenIsRefusedOnAPlainConnection() {
        isUnauthenticated(Line.plain().file(token(enrolled())));
    }

    @Test
    void itsTokenIsRefusedWithoutACertificate() {
        isUnauthenticated(Line.tls(certificates.trusting()).file(token(enrolled())));
    }

    @Test
    void itsTokenIsRefusedWithAnothersCertificate() {
        isUnauthenticated(Line.tls(certificates.as(certificates.gateway())).file(token(enrolled())));
    }

    @Test
    void withAnothersCertificateItGetsNoToken() {
        String client = enrolled();

        assertThatThrownBy(() -> TestStack.tokens().ofCertificateClient(client, certificates.as(certificates.gateway())))
                .isInstanceOf(StackFailure.class);
        assertThatThrownBy(() -> TestStack.tokens().ofCertificateClient(client, certificates.trusting()))
                .isInstanceOf(StackFailure.class);
    }

    @Test
    void aClientWithAKeyMayHaveItsTokensBoundAsWell() {
        // Given
        ObjectNode sensor = Enrolling.sensorWithKey(certificates.gatewayAssertion())
                .put("certificate", Enrolling.read(certificates.otherClient().certificate()));
        String client = Enrolling.enrol(sensor).jsonPath().getString("client.id");
        String token = TestStack.tokens().ofSigningClient(client, certificates.gatewayAssertion(), certificates.as(certificates.otherClient()));

        // When, Then
        assertThat(Line.tls(certificates.as(certificates.otherClient())).file(token).statusCode()).isEqualTo(201);
        isUnauthenticated(Line.tls(certificates.as(certificates.gateway())).file(token));
        isUnauthenticated(Line.plain().file(token));
    }

    @Test
    void aTokenThatIsNotBoundIsGoodOverAnyConnection() {
        assertThat(Line.tls(certificates.as(certificates.gateway())).file(As.SENSOR_A.token()).statusCode()).isEqualTo(201);
        assertThat(Line.tls(certificates.trusting()).file(As.SENSOR_A.token()).statusCode()).isEqualTo(201);
    }

    @Test
    void aWitnessReadsTheLogWithItsCertificateAndNothingElse() {
        // Given
        ObjectNode witness = Enrolling.sensorWithCertificate(certificates.otherClient().certificate()).put("role", "witness");
        String token = token(Enrolling.enrol(witness).then().statusCode(201).extract().jsonPath().getString("client.id"));
        Line own = Line.tls(certificates.as(certificates.otherClient()));

        // When, Then
        assertThat(own.send(own.to("/audit/log/key", token)).statusCode()).isEqualTo(200);
        assertThat(own.send(own.to("/api/v1/reports", token)).statusCode()).isEqualTo(403);
        Line plain = Line.plain();
        isUnauthenticated(plain.send(plain.to("/audit/log/key", token)));
    }

    @Test
    void afterARotationTheOldCertificateGetsNoToken() {
        // Given
        String client = enrolled();
        ObjectNode rotation = Enrolling.sensor("certificate").retain("certificate")
                .put("certificate", Enrolling.read(certificates.gateway().certificate()));

        // When
        As.ADMIN.sends(rotation).post("/api/v1/clients/" + client + "/rotation").then().statusCode(200);

        // Then
        assertThatThrownBy(() -> token(client)).isInstanceOf(StackFailure.class);
        String token = TestStack.tokens().ofCertificateClient(client, certificates.as(certificates.gateway()));
        assertThat(Line.tls(certificates.as(certificates.gateway())).file(token).statusCode()).isEqualTo(201);
    }
}
