package org.tocsin.client;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;

import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.mockito.InjectSpy;
import io.restassured.response.Response;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackFailure;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestStack;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** A token that was issued before is stopped here, whether the identity provider is there or not. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CutOffTest {

    @InjectSpy
    IdentityProvider identityProvider;
    @Inject
    InStep inStep;
    @Inject
    AbandonedEnrolments abandoned;
    @Inject
    Transactions transactions;
    @Inject
    Clients clients;
    @Inject
    CutOffs cutOffs;

    private String client;
    private String secret;
    private String token;

    @BeforeEach
    void aClientWithAToken() {
        Response enrolled = Enrolling.enrol(Enrolling.sensor("secret"));
        client = enrolled.jsonPath().getString("client.id");
        secret = enrolled.jsonPath().getString("secret");
        token = TestStack.tokens().ofClient(client, secret);
        assertThat(read().statusCode()).isEqualTo(200);
    }

    private Response read() {
        return given().auth().oauth2(token).get("/api/v1/assets");
    }

    private void identityProviderIsDown() {
        doThrow(new IdentityProviderDown("not there", null)).when(identityProvider).bring(any(), any());
    }

    private void identityProviderIsBack() {
        Mockito.reset(identityProvider);
    }

    @Test
    void itsTokenIsGoodForNothingAtOnceAndItGetsNoOther() {
        // When
        Response answer = Enrolling.cutOff(client);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("state")).isEqualTo("cut-off");
        assertThat(answer.jsonPath().getString("identityProvider")).isEqualTo("in-step");
        Response refused = read();
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:cut-off");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        assertThatThrownBy(() -> TestStack.tokens().ofClient(client, secret)).isInstanceOf(StackFailure.class);
        assertThat(As.SENSOR_A.asks().get("/api/v1/assets").statusCode()).isEqualTo(200);
    }

    @Test
    void whereNoTokenIsNeededItsTokenIsRefusedAllTheSame() {
        // Given
        String open = "/audit/witness/key";
        assertThat(given().auth().oauth2(token).get(open).statusCode()).isEqualTo(200);

        // When
        Enrolling.cutOff(client);

        // Then
        for (String path : List.of(open, "/audit/witness/add-checkpoint", "/.well-known/tocsin-keys.json")) {
            Response refused = path.endsWith("checkpoint") ? given().auth().oauth2(token).body("old 0").post(path) : given().auth().oauth2(token).get(path);
            assertThat(refused.statusCode()).as(path).isEqualTo(401);
            assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:cut-off");
        }
        assertThat(given().get(open).statusCode()).isEqualTo(200);
    }

    @Test
    void otherReplicasFeelItWithinAMinute() {
        // Given
        assertThat(CutOffs.FRESH).isLessThan(Duration.ofMinutes(1));
        CutOffs other = new CutOffs(transactions, clients, Duration.ofMillis(100));
        assertThat(other.has(client)).isFalse();

        // When
        Enrolling.cutOff(client);

        // Then
        Await.until("the other replica knows", () -> other.has(client));
    }

    @Test
    void whoOnlyFollowsChangesIsCutOffToo() throws ReflectiveOperationException {
        // Given: a replica that knows of no cut-offs yet, which whoever asks it must read
        Field known = CutOffs.class.getDeclaredField("known");
        known.setAccessible(true);

        // When
        known.set(ClientProxy.unwrap(cutOffs), null);
        int before = given().auth().oauth2(token).get("/api/v1/changes").statusCode();
        Enrolling.cutOff(client);
        known.set(ClientProxy.unwrap(cutOffs), null);
        int after = given().auth().oauth2(token).get("/api/v1/changes").statusCode();

        // Then
        assertThat(before).isEqualTo(200);
        assertThat(after).isEqualTo(401);
    }

    @Test
    void restoredItComesInAgain() {
        // Given
        Enrolling.cutOff(client);

        // When
        Response answer = Enrolling.restore(client);

        // Then
        assertThat(answer.jsonPath().getString("state")).isEqualTo("enrolled");
        assertThat(read().statusCode()).isEqualTo(200);
        assertThat(TestStack.tokens().ofClient(client, secret)).isNotBlank();
    }

    @Test
    void twiceIsTheSame() {
        // Given
        String since = Enrolling.cutOff(client).jsonPath().getString("cutOffSince");

        // When
        Response again = Enrolling.cutOff(client);

        // Then
        assertThat(again.jsonPath().getString("cutOffSince")).isEqualTo(since);
        assertThat(Rows.number("select wanted from client where id = ?", client)).isEqualTo(2);
    }

    @Test
    void whileTheIdentityProviderIsDownItTakesEffectHereAndIsCarriedOutThereLater() {
        // Given
        identityProviderIsDown();

        // When
        Response answer = Enrolling.cutOff(client);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("identityProvider")).isEqualTo("pending");
        assertThat(read().statusCode()).isEqualTo(401);
        identityProviderIsBack();
        inStep.bringAll();
        assertThat(As.ADMIN.asks().get("/api/v1/clients/" + client).jsonPath().getString("identityProvider")).isEqualTo("in-step");
        assertThatThrownBy(() -> TestStack.tokens().ofClient(client, secret)).isInstanceOf(StackFailure.class);
    }

    @Test
    void whileTheIdentityProviderIsDownNobodyIsEnrolledAndNoSecretChanged() {
        // Given
        identityProviderIsDown();
        var sensor = Enrolling.sensor("secret");

        // When
        Response enrolment = Enrolling.enrol(sensor);
        Response rotation = As.ADMIN.sends("{}").post("/api/v1/clients/" + client + "/rotation");

        // Then
        for (Response refused : new Response[] {enrolment, rotation}) {
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:identity-provider-down");
            assertThat(refused.header("Retry-After")).isEqualTo("10");
        }
        assertThat(As.ADMIN.asks().get("/api/v1/clients/" + sensor.path("id").asText()).statusCode()).isEqualTo(404);
        identityProviderIsBack();
        assertThat(TestStack.tokens().ofClient(client, secret)).isNotBlank();
        assertThat(Enrolling.enrol(sensor).statusCode()).isEqualTo(201);
    }

    @Test
    void ifWeEndBetweenTheRowAndTheIdentityProviderNobodyIsEnrolledAndTheNameIsFreeLater() {
        // Given
        var sensor = Enrolling.sensorWithKey(TestStack.certificates().gatewayAssertion());
        String id = sensor.path("id").asText();
        doThrow(new IllegalStateException("the process ends here")).when(identityProvider).bring(any(), any());
        assertThat(Enrolling.enrol(sensor).statusCode()).isEqualTo(500);
        assertThat(As.ADMIN.asks().get("/api/v1/clients/" + id).statusCode()).isEqualTo(404);

        // When
        identityProviderIsBack();
        inStep.bringAll();
        assertThat(Enrolling.enrol(sensor).statusCode()).isEqualTo(409);
        transactions.seeing(Sight.all(), () -> clients.update("enrolledAt = ?1 where id = ?2",
                Instant.now().minus(AbandonedEnrolments.INTERRUPTED).minusSeconds(60), id));
        abandoned.removeAll();

        // Then
        assertThat(Enrolling.enrol(sensor).statusCode()).isEqualTo(201);
        assertThat(TestStack.tokens().ofSigningClient(id, TestStack.certificates().gatewayAssertion(), TestStack.certificates().trusting()))
                .isNotBlank();
    }

    @Test
    void whatIsNotEnrolledHereIsNotFound() {
        assertThat(Enrolling.cutOff("none-such").statusCode()).isEqualTo(404);
        assertThat(Enrolling.restore("none-such").statusCode()).isEqualTo(404);
    }

    @Test
    void itWantsAReason() {
        assertThat(As.ADMIN.sends("{}").post("/api/v1/clients/" + client + "/cut-off").statusCode()).isEqualTo(422);
    }

    @Test
    void withoutAnAccountThereClientsAreNotAdministered() {
        // Given
        ClientConfig none = new SmallRyeConfigBuilder().withMapping(ClientConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .build().getConfigMapping(ClientConfig.class);

        // When, Then
        assertThatThrownBy(() -> new IdentityProvider(none, "https://identity.example/realms/tocsin", "tocsin").demandAccount())
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
    }
}
