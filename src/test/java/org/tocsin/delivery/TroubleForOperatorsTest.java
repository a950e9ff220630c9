package org.tocsin.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.StackResource;
import org.tocsin.peer.Documents;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** What operators read of a delivery that does not arrive: in which way, and what they can do; nothing of hosts, or of what the CERT said. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(FaultyDestination.class)
class TroubleForOperatorsTest {

    private static final String SAID = "queue-7.intern.cert.example is full";

    @ConfigProperty(name = FaultyDestinationResource.ADMIN_PORT)
    int adminPort;

    @Inject
    Transactions transactions;
    @Inject
    EntityManager database;

    private final String title = "Offset that stays, " + UUID.randomUUID();
    private WireMock faulty;

    @BeforeEach
    void connect() {
        faulty = new WireMock("localhost", adminPort);
    }

    private Outgoing failing(int status) {
        faulty.register(post(urlEqualTo("/cert/v1/submissions")).withRequestBody(containing(title))
                .willReturn(aResponse().withStatus(status).withBody("{\"detail\": \"" + SAID + "\"}")));
        Outgoing outgoing = Outgoing.filed(Documents.bare().put("title", title)).released(FaultyDestination.NAME);
        outgoing.attempted(1);
        return outgoing;
    }

    private static Response read(Outgoing outgoing) {
        return As.SENSOR_A.asks().get("/api/v1/reports/" + outgoing.name() + "/deliveries");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            503, unavailable, 'We could not deliver it yet. We try again at least every 1 min. You need do nothing.'
            422, refused, 'The recipient has not accepted it yet. A CERT liaison looks into it, and we try again at least every 1 min. You need do nothing.'
            """)
    void theKindOfTroubleIsToldAndWhatToDo(int status, String trouble, String advice) {
        // Given
        Outgoing outgoing = failing(status);

        // When
        Response seen = read(outgoing);

        // Then
        assertThat(seen.<String>path("[0].state")).isEqualTo("pending");
        assertThat(seen.<String>path("[0].trouble")).isEqualTo(trouble);
        assertThat(seen.<String>path("[0].advice")).isEqualTo(advice);
        assertThat(seen.asString()).doesNotContain("attempt", "nextAttemptAt", SAID, "503", "422", "localhost");
    }

    @Test
    void aLineThatBreaksIsToldWithoutTheHost() {
        // Given
        faulty.register(post(urlEqualTo("/cert/v1/submissions")).withRequestBody(containing(title))
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        Outgoing outgoing = Outgoing.filed(Documents.bare().put("title", title)).released(FaultyDestination.NAME);
        String reason = outgoing.attempted(1).path(0).path("reason").asText();

        // When
        Response seen = read(outgoing);

        // Then
        assertThat(reason).isNotEmpty();
        assertThat(seen.<String>path("[0].trouble")).isEqualTo("unavailable");
        assertThat(seen.asString()).doesNotContain(reason, "localhost", "reset");
    }

    @Test
    void furtherAttemptsAndALiaisonsRetryChangeNothingThatTheOperatorReads() {
        // Given
        Outgoing outgoing = failing(503);
        String before = read(outgoing).asString();
        String version = As.SENSOR_A.asks().get("/api/v1/reports/" + outgoing.name()).header("ETag");

        // When
        outgoing.attempted(2);
        Await.until("the liaison's retry", () -> As.LIAISON_1.sends("").post("/api/v1/reports/" + outgoing.name() + "/deliveries/"
                + outgoing.deliveries().path(0).path("id").asText() + "/retry").statusCode() == 200);
        outgoing.attempted(3);

        // Then
        assertThat(read(outgoing).asString()).isEqualTo(before);
        assertThat(As.SENSOR_A.asks().get("/api/v1/reports/" + outgoing.name()).header("ETag")).isEqualTo(version);
    }

    @Test
    void theLiaisonReadsEachReason() {
        assertThat(failing(503).deliveries().path(0).path("attempts").path(0).path("reason").asText()).contains(SAID);
    }

    @Test
    void notEvenTheDatabaseShowsAttemptsToAnOperatorsTransaction() {
        // Given
        failing(503);

        // When
        Number seen = transactions.seeing(Sight.own(As.OPERATOR_A.organisation()), () ->
                (Number) database.createNativeQuery("select count(*) from delivery_attempt").getSingleResult());

        // Then
        assertThat(seen.longValue()).isZero();
    }
}
