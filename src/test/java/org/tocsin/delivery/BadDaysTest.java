package org.tocsin.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.StackResource;
import org.tocsin.peer.Documents;
import org.tocsin.peer.Handing;

/** A destination that fails first: what is shown of it, and who waits. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(FaultyDestination.class)
class BadDaysTest {

    @ConfigProperty(name = FaultyDestinationResource.ADMIN_PORT)
    int adminPort;

    private final String title = "Offset that grows, " + UUID.randomUUID();
    private WireMock faulty;

    @BeforeEach
    void connect() {
        faulty = new WireMock("localhost", adminPort);
    }

    /** To every document with this in it. */
    private void answer(String text, ResponseDefinitionBuilder answer) {
        faulty.register(post(urlEqualTo("/cert/v1/submissions")).withRequestBody(containing(text)).willReturn(answer));
    }

    private static ResponseDefinitionBuilder receipt() {
        return aResponse().withTransformers(Receipting.NAME);
    }

    private static ResponseDefinitionBuilder down() {
        return aResponse().withStatus(503).withBody("{\"detail\": \"Back at noon.\"}");
    }

    private ObjectNode draft() {
        return Documents.bare().put("title", title);
    }

    @Test
    void everyAttemptIsListedWithItsReason() {
        // Given
        answer(title, down());
        Outgoing outgoing = Outgoing.filed(draft()).released(FaultyDestination.NAME);
        JsonNode failed = outgoing.attempted(2);

        // When
        answer(title, receipt());
        JsonNode delivery = outgoing.delivered().path(0);

        // Then
        assertThat(failed.path(0).path("outcome").asText()).isEqualTo("retry");
        assertThat(failed.path(0).path("reason").asText()).isEqualTo("The destination answered 503: Back at noon.");
        JsonNode last = delivery.path("attempts").path(delivery.path("attempts").size() - 1);
        assertThat(last.path("outcome").asText()).isEqualTo("delivered");
        assertThat(last.has("reason")).isFalse();
        assertThat(delivery.path("caseReference").asText()).isEqualTo("FAULTY-1");
    }

    @Test
    void aRefusalIsListedAndTheReportStaysReleased() {
        // Given
        answer(title, aResponse().withStatus(422).withBody("{\"detail\": \"No such field.\\u0000\"}"));

        // When
        Outgoing outgoing = Outgoing.filed(draft()).released(FaultyDestination.NAME);
        JsonNode attempt = outgoing.attempted(1).path(0);

        // Then
        assertThat(attempt.path("outcome").asText()).isEqualTo("refused");
        assertThat(attempt.path("reason").asText()).isEqualTo("The destination answered 422: No such field.");
        assertThat(outgoing.deliveries().path(0).path("state").asText()).isEqualTo("pending");
        assertThat(outgoing.report().path("state").asText()).isEqualTo("released");
    }

    @Test
    void a201WithoutAReceiptIsNoDelivery() {
        // Given
        answer(title, aResponse().withStatus(201).withBody("null"));

        // When
        Outgoing outgoing = Outgoing.filed(draft()).released(FaultyDestination.NAME);
        JsonNode attempt = outgoing.attempted(1).path(0);

        // Then
        assertThat(attempt.path("outcome").asText()).isEqualTo("refused");
        assertThat(outgoing.deliveries().path(0).path("state").asText()).isEqualTo("pending");
    }

    @Test
    void aLaterRevisionWaitsWhileAnotherReportPasses() {
        // Given
        UUID origin = UUID.randomUUID();
        answer(title, down());
        Outgoing twice = new Outgoing(handed(origin, 1)).released(FaultyDestination.NAME);
        twice.attempted(1);
        handed(origin, 2);
        twice.released(FaultyDestination.NAME);

        // When
        String other = "Another, " + UUID.randomUUID();
        answer(other, receipt());
        Outgoing.filed(Documents.bare().put("title", other)).released(FaultyDestination.NAME).delivered();
        JsonNode waiting = twice.deliveries();
        answer(title, receipt());
        JsonNode arrived = twice.delivered();

        // Then
        assertThat(waiting.findValuesAsText("state")).containsExactly("pending", "pending");
        assertThat(waiting.path(1).path("attempts")).isEmpty();
        assertThat(time(arrived.path(1).path("attempts").path(0).path("startedAt")))
                .isAfterOrEqualTo(time(arrived.path(0).path("deliveredAt")));
    }

    /** A report with several revisions comes, for now, from a peer only. */
    private String handed(UUID origin, int revision) {
        byte[] document = Documents.bytes(Documents.about(origin, revision, draft()));
        return Handing.over(document).send().json().path("caseReference").asText();
    }

    private static Instant time(JsonNode text) {
        return Instant.parse(text.asText());
    }
}
