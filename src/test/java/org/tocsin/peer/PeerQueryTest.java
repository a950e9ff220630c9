package org.tocsin.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.local.Certificates;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestStack;

/** The CERT's protocol has no parameters. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PeerQueryTest {

    private final Certificates certificates = TestStack.certificates();
    private final Wire gateway = Wire.tls(certificates.as(certificates.gateway()));

    private HttpRequest.Builder to(String path) {
        return gateway.to(path).header("Authorization", "Bearer " + TestStack.gatewayToken(certificates.gateway()));
    }

    @Test
    void aParameterIsRefused() throws IOException {
        Answer filed = gateway.send(to(Handing.PATH + "?dry_run=true").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Documents.bytes(Documents.sound()))));
        Answer asked = gateway.send(to(Handing.PATH + "/" + UUID.randomUUID() + "?x=1"));

        assertThat(filed.refusal()).isEqualTo("400 bad-parameter");
        assertThat(asked.refusal()).isEqualTo("400 bad-parameter");
        assertThat(asked.json().path("faults").path(0).path("pointer").asText()).isEqualTo("/x");
    }
}
