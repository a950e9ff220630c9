package org.tocsin.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.local.Certificates;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestStack;

/** How a peer asks after what it handed over. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SubmissionStatusTest {

    private final Certificates certificates = TestStack.certificates();
    private final Wire gateway = Wire.tls(certificates.as(certificates.gateway()));

    @Test
    void aPeerSeesHowItsSubmissionStands() throws IOException {
        // Given
        Answer handed = Handing.over(Documents.bytes(Documents.sound())).send();

        // When
        Answer status = get(gateway, handed.location());

        // Then
        assertThat(status.status()).as("%s", status).isEqualTo(200);
        assertThat(status.json().path("state").asText()).isEqualTo("received");
        assertThat(status.json().path("submissionId")).isEqualTo(handed.json().path("submissionId"));
        assertThat(status.json().path("caseReference")).isEqualTo(handed.json().path("caseReference"));
    }

    @Test
    void anotherPeersSubmissionLooksLikeNone() throws IOException, SQLException {
        // Given
        Answer handed = Handing.over(Documents.bytes(Documents.sound())).send();
        UUID id = UUID.fromString(handed.json().path("submissionId").asText());
        Kept.giveToAnotherPeer(id);

        // When
        Answer others = get(gateway, handed.location());
        Answer nobodys = get(gateway, Handing.PATH + "/" + UUID.randomUUID());

        // Then
        assertThat(others.refusal()).isEqualTo("404 not-found");
        assertThat(others.body()).isEqualTo(nobodys.body());
    }

    @Test
    void whatIsNoIdIsNotFound() throws IOException {
        // When
        Answer answer = get(gateway, Handing.PATH + "/17");

        // Then
        assertThat(answer.refusal()).isEqualTo("404 not-found");
    }

    @Test
    void nobodyAsksWithoutACertificate() throws IOException {
        // Given
        Answer handed = Handing.over(Documents.bytes(Documents.sound())).send();

        // When
        Answer answer = get(Wire.tls(certificates.trusting()), handed.location());

        // Then
        assertThat(answer.refusal()).isEqualTo("403 no-client-certificate");
    }

    private Answer get(Wire wire, String location) throws IOException {
        String path = location.startsWith("http") ? URI.create(location).getPath() : location;
        return wire.send(wire.to(path).header("Authorization", "Bearer " + TestStack.gatewayToken(certificates.gateway())));
    }
}
