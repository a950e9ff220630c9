package org.tocsin.client;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.Management;
import org.tocsin.local.Rows;
import org.tocsin.local.SigningKey;
import org.tocsin.local.StackFailure;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.TestStack;
import org.tocsin.local.Together;
import org.tocsin.report.Drafts;

/** Enrolling and rotating, against a real Keycloak: what counts is which token it gives afterwards. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ClientsTest {

    private static final String OF_THE_DEMO = "sensor-a";

    private static Response file(String token) {
        return given().auth().oauth2(token).contentType("application/json")
                .body(Drafts.earlyWarning().toString()).post("/api/v1/reports");
    }

    private static List<String> audited(String client) {
        return Rows.column("""
                select e.type from audit_entry e join audit_payload p on p.entry_id = e.id
                where e.type like 'client.%' and convert_from(p.content, 'UTF8') like ?
                order by e.id""", "%\"client\":\"" + client + "\"%");
    }

    @Test
    void aSensorWithASecretFilesForItsOrganisation() {
        // When
        Response enrolled = Enrolling.enrol(Enrolling.sensor("secret"));

        // Then
        assertThat(enrolled.statusCode()).as(enrolled.asString()).isEqualTo(201);
        String client = enrolled.jsonPath().getString("client.id");
        assertThat(enrolled.header("Location")).endsWith("/api/v1/clients/" + client);
        assertThat(enrolled.jsonPath().getString("client.identityProvider")).isEqualTo("in-step");
        String token = TestStack.tokens().ofClient(client, enrolled.jsonPath().getString("secret"));
        Response filed = file(token);
        assertThat(filed.statusCode()).as(filed.asString()).isEqualTo(201);
        assertThat(Rows.column("select organisation_id from report where id = ?::uuid", filed.jsonPath().getString("id")))
                .containsExactly(TestOrganisation.A.id());
        assertThat(audited(client)).containsExactly("client.enrolment-begun", "client.enrolled");
    }

    @Test
    void itsTokenSaysNothingBeyondItsRole() {
        // Given
        Response enrolled = Enrolling.enrol(Enrolling.sensor("secret"));
        String token = TestStack.tokens().ofClient(enrolled.jsonPath().getString("client.id"), enrolled.jsonPath().getString("secret"));

        // When, Then
        assertThat(given().auth().oauth2(token).get("/api/v1/triage").statusCode()).isEqualTo(403);
        assertThat(given().auth().oauth2(token).get("/api/v1/clients").statusCode()).isEqualTo(403);
    }

    @Test
    void theSecretIsShownOnceAndKeptNowhere() {
        // Given
        Response enrolled = Enrolling.enrol(Enrolling.sensor("secret"));
        String secret = enrolled.jsonPath().getString("secret");

        // When
        Response read = As.ADMIN.asks().get("/api/v1/clients/" + enrolled.jsonPath().getString("client.id"));

        // Then
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.asString()).doesNotContain(secret);
        assertThat(Rows.number("select count(*) from client where client::text like ?", "%" + secret + "%")).isZero();
        assertThat(Rows.number("select count(*) from audit_payload where convert_from(content, 'UTF8') like ?", "%" + secret + "%")).isZero();
    }

    @Test
    void aSensorWithAKeyOfItsOwnSignsForItsToken() {
        // Given
        SigningKey key = TestStack.certificates().gatewayAssertion();

        // When
        Response enrolled = Enrolling.enrol(Enrolling.sensorWithKey(key));

        // Then
        assertThat(enrolled.statusCode()).as(enrolled.asString()).isEqualTo(201);
        assertThat(enrolled.jsonPath().getString("secret")).isNull();
        String token = TestStack.tokens().ofSigningClient(enrolled.jsonPath().getString("client.id"), key, TestStack.certificates().trusting());
        assertThat(file(token).statusCode()).isEqualTo(201);
    }

    @Test
    void afterARotationTheOldSecretGetsNoToken() {
        // Given
        Response enrolled = Enrolling.enrol(Enrolling.sensor("secret"));
        String client = enrolled.jsonPath().getString("client.id");
        String old = enrolled.jsonPath().getString("secret");

        // When
        Response rotated = As.ADMIN.sends("{}").post("/api/v1/clients/" + client + "/rotation");

        // Then
        assertThat(rotated.statusCode()).as(rotated.asString()).isEqualTo(200);
        assertThat(TestStack.tokens().ofClient(client, rotated.jsonPath().getString("secret"))).isNotBlank();
        assertThatThrownBy(() -> TestStack.tokens().ofClient(client, old)).isInstanceOf(StackFailure.class);
        assertThat(audited(client)).endsWith("client.rotation-begun", "client.rotated");
    }

    @Test
    void aKeyIsReplacedByAnother() {
        // Given
        SigningKey first = TestStack.certificates().gatewayAssertion();
        SigningKey second = TestStack.certificates().signing("rotated");
        String client = Enrolling.enrol(Enrolling.sensorWithKey(first)).jsonPath().getString("client.id");
        ObjectNode rotation = Json.MAPPER.createObjectNode();
        rotation.set("key", Enrolling.publicKey(second));

        // When
        Response rotated = As.ADMIN.sends(rotation).post("/api/v1/clients/" + client + "/rotation");

        // Then
        assertThat(rotated.statusCode()).as(rotated.asString()).isEqualTo(200);
        assertThat(rotated.jsonPath().getString("client.identityProvider")).isEqualTo("in-step");
        assertThat(rotated.jsonPath().getString("client.key.crv")).isEqualTo("Ed25519");
        assertThatThrownBy(() -> TestStack.tokens().ofSigningClient(client, first, TestStack.certificates().trusting()))
                .isInstanceOf(StackFailure.class);
    }

    @Test
    void aNameIsTakenOnce() {
        // Given
        ObjectNode sensor = Enrolling.sensor("secret");

        // When
        List<Response> answers = Together.all(List.of(() -> Enrolling.enrol(sensor), () -> Enrolling.enrol(sensor), () -> Enrolling.enrol(sensor)));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409, 409);
        assertThat(Enrolling.enrol(sensor).jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:client-exists");
    }

    @Test
    void aClientThatWasNotEnrolledHereIsLeftAsItIs() {
        // When
        Response refused = Enrolling.enrol(Enrolling.sensor("secret").put("id", OF_THE_DEMO));

        // Then
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(409);
        assertThat(As.ADMIN.asks().get("/api/v1/clients/" + OF_THE_DEMO).statusCode()).isEqualTo(404);
        assertThat(TestStack.tokens().ofClient(OF_THE_DEMO)).isNotBlank();
    }

    static Stream<Arguments> faulty() {
        return Stream.of(
                Arguments.of(Enrolling.sensor("secret").put("id", "No Name"), "/id", "wrong-form"),
                Arguments.of(Enrolling.sensor("secret").put("role", "admin"), "/role", "unknown-word"),
                Arguments.of(Enrolling.sensor("secret").put("organisation", "none-such"), "/organisation", "unknown-organisation"),
                Arguments.of(Enrolling.sensor("secret").put("certificate", "PEM"), "/certificate", "not-here"),
                Arguments.of(Enrolling.sensor("key"), "/key", "missing"),
                Arguments.of(Enrolling.sensor("certificate"), "/certificate", "missing"),
                Arguments.of(Enrolling.sensor("certificate").put("certificate", "-----BEGIN CERTIFICATE-----"), "/certificate", "not-a-certificate"));
    }

    @ParameterizedTest
    @MethodSource
    void faulty(ObjectNode enrolment, String pointer, String code) {
        // When
        Response refused = Enrolling.enrol(enrolment);

        // Then
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("faults.pointer")).contains(pointer);
        assertThat(refused.jsonPath().getList("faults.code")).contains(code);
        assertThat(As.ADMIN.asks().get("/api/v1/clients/" + enrolment.path("id").asText().replace(" ", "-")).statusCode()).isEqualTo(404);
    }

    @Test
    void aPrivateKeyIsNotTaken() {
        // Given
        ObjectNode sensor = Enrolling.sensor("key");
        sensor.set("key", Json.tree(Enrolling.read(TestStack.certificates().gatewayAssertion().jwk()).getBytes()));

        // When
        Response refused = Enrolling.enrol(sensor);

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("faults[0].code")).isEqualTo("not-a-key");
        assertThat(refused.asString()).doesNotContain("\"d\"");
    }

    @Test
    void thoseWhoseCertificateEndsSoonAreFound() {
        // Given
        String client = Enrolling.enrol(Enrolling.sensorWithCertificate(TestStack.certificates().otherClient().certificate()))
                .jsonPath().getString("client.id");

        // When
        Response century = As.AUDITOR.asks().get("/api/v1/clients?expiringWithin=P36500D&limit=500");
        Response now = As.AUDITOR.asks().get("/api/v1/clients?expiringWithin=PT0S&limit=500");

        // Then
        assertThat(century.jsonPath().getList("items.id")).contains(client);
        assertThat(now.jsonPath().getList("items.id")).doesNotContain(client);
        assertThat(As.AUDITOR.asks().get("/api/v1/clients/" + client).jsonPath().getLong("certificate.daysLeft")).isPositive();
    }

    @Test
    void aListIsReadInParts() {
        // Given
        String ofOurs = "/api/v1/clients?organisation=" + TestOrganisation.A.id();
        Enrolling.enrol(Enrolling.sensor("secret"));
        Enrolling.enrol(Enrolling.sensor("secret"));
        List<String> all = As.ADMIN.asks().get(ofOurs).jsonPath().getList("items.id");

        // When
        Response first = As.ADMIN.asks().get(ofOurs + "&limit=1");
        Response second = As.ADMIN.asks().get(first.jsonPath().getString("next"));

        // Then
        assertThat(all).isSorted();
        assertThat(first.jsonPath().getList("items.id")).containsExactly(all.get(0));
        assertThat(second.jsonPath().getList("items.id")).containsExactly(all.get(1));
        assertThat(first.header("Link")).isEqualTo("<" + first.jsonPath().getString("next") + ">; rel=\"next\"");
        assertThat(As.ADMIN.asks().get("/api/v1/clients?after=x").statusCode()).isEqualTo(400);
    }

    @Test
    void aDurationThatIsNoneIsRefused() {
        assertThat(As.ADMIN.asks().get("/api/v1/clients?expiringWithin=soon").jsonPath().getString("type"))
                .isEqualTo("urn:tocsin:problem:bad-duration");
    }

    @Test
    void certificatesAreWatched() {
        // When
        String metrics = As.ADMIN.asks().get(Management.url("/q/metrics")).asString();
        Response health = As.ADMIN.asks().get(Management.url("/q/health/group/outside"));

        // Then
        assertThat(metrics).contains("tocsin_certificate_days_left{certificate=\"tls server\"")
                .contains("tocsin_certificate_days_left{certificate=\"tls national-cert\"");
        assertThat(health.jsonPath().getList("checks.name")).contains("Certificates");
    }
}
