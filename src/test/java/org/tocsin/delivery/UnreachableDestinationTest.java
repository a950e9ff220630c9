package org.tocsin.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.StackResource;
import org.tocsin.peer.Documents;
import org.tocsin.report.FiledReport;
import org.tocsin.webhook.Listener;

/** A destination with hundreds of pending deliveries never answers. Nobody else waits for it. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(SilentDestination.class)
class UnreachableDestinationTest {

    private static final int PENDING = 500;
    private static final int OTHERS = 60;
    private static final int THREADS_OF_ONE = 4;

    @ConfigProperty(name = FaultyDestinationResource.ADMIN_PORT)
    int adminPort;

    private static PendingDeliveries stuck() {
        PendingDeliveries stuck = PendingDeliveries.of(UUID.fromString(Outgoing.filed(Documents.bare()).name()), SilentDestination.NAME, PENDING);
        Await.until("it holds all the threads that it gets", () -> stuck.underWay() >= THREADS_OF_ONE);
        return stuck;
    }

    @Test
    void deliveriesToAnotherDestinationAndPagesGoOutMeanwhile() {
        // Given
        PendingDeliveries stuck = stuck();

        // When
        PendingDeliveries others = PendingDeliveries.of(UUID.fromString(Outgoing.filed(Documents.bare()).name()), FaultyDestination.NAME, OTHERS);
        new WireMock("localhost", adminPort).register(post(urlEqualTo("/cert/v1/submissions"))
                .withRequestBody(containing(others.marker())).willReturn(aResponse().withTransformers(Receipting.NAME)));
        Await.until("the others have arrived", () -> others.inState(Delivery.DELIVERED) == OTHERS);
        try (Listener pager = new Listener(Integer.getInteger("org.tocsin.notice.pager"))) {
            FiledReport report = FiledReport.by(As.OPERATOR_A);
            pager.about(report.id(), 1);
        }

        // Then: not one attempt there has ended meanwhile, so nobody has waited for any
        assertThat(stuck.attempts()).isEqualTo(THREADS_OF_ONE);
        assertThat(stuck.underWay()).isEqualTo(THREADS_OF_ONE);
        assertThat(stuck.inState(Delivery.PENDING)).isEqualTo(PENDING);
    }
}
