package org.tocsin.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.quarantine.BrokenClock.assertion;
import static org.tocsin.quarantine.BrokenClock.statement;
import static org.tocsin.quarantine.QuarantineRequests.draft;
import static org.tocsin.quarantine.QuarantineRequests.held;
import static org.tocsin.quarantine.QuarantineRequests.json;
import static org.tocsin.quarantine.QuarantineRequests.numberOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.client.Enrolling;
import org.tocsin.client.Line;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;

/** An expired token lets a report be held only with a proof that its sender has the key. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class QuarantineProofTest {

    private BrokenClock certified;
    private BrokenClock signing;

    @BeforeEach
    void sensorsWithExpiredTokens() {
        certified = LateSensors.certified();
        signing = LateSensors.signing();
        LateSensors.letGo();
    }

    private static void isUnauthenticated(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(json(answer).path("type").asText()).isEqualTo("urn:tocsin:problem:unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).get().asString().startsWith("Bearer");
    }

    @Test
    void withTheCertificateThatItsTokenIsBoundToItIsHeld() {
        // When
        HttpResponse<String> answer = certified.file(draft());

        // Then
        String id = held(answer);
        assertThat(json(answer).path("why").asText()).isEqualTo("expired");
        assertThat(json(answer).path("next").asText()).contains("liaison");
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/quarantine/" + id);
        Response seen = As.LIAISON_1.asks().get("/api/v1/quarantine/" + id);
        assertThat(seen.jsonPath().getString("state")).isEqualTo("held");
        assertThat(seen.jsonPath().getString("client")).isEqualTo(certified.client());
        assertThat(seen.jsonPath().getString("proof")).isEqualTo("certificate");
        assertThat(seen.jsonPath().getString("submission.title")).startsWith("Time of two servers");
        assertThat(Rows.column("select type from audit_entry e join audit_payload p on p.entry_id = e.id "
                + "where convert_from(p.content, 'UTF8') like ?", "%" + id + "%")).containsExactly("quarantine.held");
    }

    @Test
    void withAFreshAssertionByItsOwnKeyItIsHeld() {
        // Given
        String body = draft();

        // When
        HttpResponse<String> answer = signing.fileAsserting(body, assertion(statement(body, signing.nonce()), BrokenClock.key()));

        // Then
        assertThat(As.LIAISON_1.asks().get("/api/v1/quarantine/" + held(answer)).jsonPath().getString("proof")).isEqualTo("assertion");
    }

    @Test
    void withoutAProofItIsRefusedAsEver() {
        isUnauthenticated(signing.file(draft()));
        isUnauthenticated(certified.over(Line.plain()).file(draft()));
        isUnauthenticated(certified.over(Line.tls(BrokenClock.certificates().trusting())).file(draft()));
        isUnauthenticated(certified.over(Line.tls(BrokenClock.certificates().as(BrokenClock.certificates().gateway()))).file(draft()));
    }

    @Test
    void aTokenThatIsNotBoundProvesNothingWithACertificate() {
        isUnauthenticated(signing.over(Line.tls(BrokenClock.certificates().as(BrokenClock.certificates().otherClient()))).file(draft()));
    }

    @Test
    void aTokenThatWasChangedIsRefusedWithTheProof() {
        // Given
        String[] parts = certified.token().split("\\.");
        String cut = parts[2].substring(0, parts[2].length() - 8) + "AAAAAAAA";

        // When, Then
        isUnauthenticated(certified.saying(parts[0] + "." + parts[1] + "." + cut).file(draft()));
    }

    @Test
    void anothersExpiredTokenIsRefusedWithTheProof() {
        isUnauthenticated(certified.saying(signing.token()).file(draft()));
    }

    @Test
    void aNonceIsGoodOnce() {
        // Given
        String body = draft();
        String assertion = assertion(statement(body, signing.nonce()), BrokenClock.key());
        held(signing.fileAsserting(body, assertion));

        // When, Then
        isUnauthenticated(signing.fileAsserting(body, assertion));
    }

    @Test
    void ofTwoAtOnceWithOneNonceOneIsRefused() {
        // Given
        String body = draft();
        String assertion = assertion(statement(body, signing.nonce()), BrokenClock.key());

        // When
        List<Integer> answers = Together.all(List.of(
                () -> signing.fileAsserting(body, assertion).statusCode(), () -> signing.fileAsserting(body, assertion).statusCode()));

        // Then
        assertThat(answers).containsExactlyInAnyOrder(202, 401);
    }

    static Stream<Arguments> spoilt() {
        return Stream.of(
                Arguments.of("aud", "another"),
                Arguments.of("method", "PUT"),
                Arguments.of("path", "/api/v1/assets"),
                Arguments.of("bodySha256", "0".repeat(64)),
                Arguments.of("nonce", "none-such"));
    }

    @ParameterizedTest
    @MethodSource
    void spoilt(String member, String value) {
        // Given
        String body = draft();
        Map<String, String> statement = statement(body, signing.nonce());
        statement.put(member, value);

        // When, Then
        isUnauthenticated(signing.fileAsserting(body, assertion(statement, BrokenClock.key())));
    }

    @Test
    void anAssertionByAnotherKeyIsRefused() {
        // Given
        String body = draft();

        // When, Then
        isUnauthenticated(signing.fileAsserting(body,
                assertion(statement(body, signing.nonce()), BrokenClock.certificates().signing("stranger"))));
        isUnauthenticated(signing.fileAsserting(body, "nonsense"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/v1/reports", "GET /api/v1/quarantine", "GET /api/v1/assets", "POST /api/v1/reports:batch",
            "POST /api/v1/reports:validate", "POST /api/v1/quarantine/x/acceptance"})
    void theTokenIsGoodForNothingElse(String operation) {
        String[] methodAndPath = operation.split(" ");

        assertThat(certified.send(methodAndPath[0], methodAndPath[1]).statusCode()).isEqualTo(401);
    }

    @Test
    void aClientThatWasCutOffIsRefused() {
        // Given
        BrokenClock stolen = BrokenClock.withCertificate();
        Enrolling.cutOff(stolen.client());

        // When, Then
        isUnauthenticated(stolen.file(draft()));
        assertThat(numberOf(stolen.client())).isZero();
    }
}
