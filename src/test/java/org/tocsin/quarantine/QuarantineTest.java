package org.tocsin.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.tocsin.quarantine.BrokenClock.assertion;
import static org.tocsin.quarantine.BrokenClock.statement;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.mockito.InjectSpy;
import io.restassured.response.Response;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.tocsin.client.Enrolling;
import org.tocsin.client.Line;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;
import org.tocsin.report.Drafts;
import org.tocsin.report.ReportIntake;

/** What becomes of a report whose sender's token is right in everything but its times. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class QuarantineTest {

    private static BrokenClock certified;
    private static BrokenClock signing;

    @InjectSpy
    ReportIntake intake;

    @BeforeEach
    void sensorsWithExpiredTokens() {
        if (certified == null) {
            certified = BrokenClock.withCertificate();
            signing = BrokenClock.withKey();
        }
        Stream.of(certified, signing).flatMap(sensor -> Rows.column(
                "select id from quarantine where client = ? and state = 'held'", sensor.client()).stream())
                .forEach(QuarantineTest::refuse);
    }

    private static String draft() {
        return Drafts.earlyWarning().toString();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.tree(answer.body().getBytes());
    }

    private static void isUnauthenticated(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(json(answer).path("type").asText()).isEqualTo("urn:tocsin:problem:unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).get().asString().startsWith("Bearer");
    }

    private static String held(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer).path("quarantine").asText();
    }

    private static Response accept(String id) {
        return As.LIAISON_1.asks().post("/api/v1/quarantine/" + id + "/acceptance");
    }

    private static Response refuse(String id) {
        return As.LIAISON_1.sends("{\"reason\": \"Nobody sent this\"}").post("/api/v1/quarantine/" + id + "/refusal");
    }

    private static long ofThese(String client) {
        return Rows.number("select count(*) from quarantine where client = ?", client);
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
            "POST /api/v1/reports:validate", "GET /q/metrics", "POST /api/v1/quarantine/x/acceptance"})
    void theTokenIsGoodForNothingElse(String operation) {
        String[] methodAndPath = operation.split(" ");

        assertThat(certified.send(methodAndPath[0], methodAndPath[1]).statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsNoReportIsRefusedWithEveryFault() {
        // When
        HttpResponse<String> answer = certified.file("{\"title\": 1}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("faults")).isNotEmpty();
        assertThat(certified.file("not json").statusCode()).isEqualTo(400);
        assertThat(certified.file("{\"title\": \"" + "x".repeat(300_000) + "\"}").statusCode()).isEqualTo(413);
    }

    @Test
    void aRepeatIsHeldOnce() {
        // Given
        String key = BrokenClock.anyKey();
        String body = draft();
        String first = held(certified.file(body, key));

        // When, Then
        assertThat(held(certified.file(body, key))).isEqualTo(first);
        HttpResponse<String> other = certified.file(draft(), key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).path("type").asText()).isEqualTo("urn:tocsin:problem:idempotency-key-reused");
        String keyless = held(certified.file(body));
        assertThat(held(certified.file(body))).isEqualTo(keyless).isNotEqualTo(first);
    }

    @Test
    void acceptedItIsAReportReceivedWhenItCame() {
        // Given
        HttpResponse<String> answer = certified.file(draft(), BrokenClock.anyKey());
        String id = held(answer);

        // When
        Response accepted = accept(id);

        // Then
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(200);
        assertThat(accepted.jsonPath().getString("state")).isEqualTo("accepted");
        Response report = As.OPERATOR_A.asks().get("/api/v1/reports/" + accepted.jsonPath().getString("report"));
        assertThat(report.jsonPath().getString("receivedAt")).isEqualTo(json(answer).path("receivedAt").asText());
    }

    @Test
    void acceptedTwiceItIsTheSameReport() {
        // Given
        String id = held(certified.file(draft()));

        // When
        List<Response> answers = Together.all(List.of(() -> accept(id), () -> accept(id), () -> accept(id)));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        String report = accept(id).jsonPath().getString("report");
        assertThat(answers.stream().map(answer -> answer.jsonPath().getString("report")).filter(each -> each != null)).containsOnly(report);
        assertThat(Rows.number("select count(*) from report where title = (select title from quarantine where id = ?::uuid)", id)).isEqualTo(1);
    }

    @Test
    void ifWeEndWhileItIsBeingAcceptedItCanBeAcceptedAgain() {
        // Given
        String id = held(certified.file(draft()));
        doThrow(new IllegalStateException("the process ends here")).when(intake).acceptLate(any(), any(), any(), any(), any());
        assertThat(accept(id).statusCode()).isEqualTo(500);
        assertThat(refuse(id).statusCode()).isEqualTo(409);
        Mockito.reset(intake);

        // When
        Response again = accept(id);

        // Then
        assertThat(again.jsonPath().getString("state")).isEqualTo("accepted");
        assertThat(UUID.fromString(again.jsonPath().getString("report"))).isNotNull();
    }

    @Test
    void refusedItIsNoReportAndItsOperatorReadsWhy() {
        // Given
        String id = held(certified.file(draft()));

        // When
        Response refused = refuse(id);

        // Then
        assertThat(refused.jsonPath().getString("state")).isEqualTo("refused");
        Response seen = As.OPERATOR_A.asks().get("/api/v1/quarantine/" + id);
        assertThat(seen.jsonPath().getString("reason")).isEqualTo("Nobody sent this");
        assertThat(seen.asString()).doesNotContain("liaison-1");
        assertThat(refuse(id).statusCode()).isEqualTo(200);
        Response accepted = accept(id);
        assertThat(accepted.statusCode()).isEqualTo(409);
        assertThat(accepted.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:quarantine-decided");
    }

    @Test
    void anotherOrganisationsIsNotFound() {
        // Given
        String id = held(certified.file(draft()));

        // When, Then
        assertThat(As.OPERATOR_A.asks().get("/api/v1/quarantine/" + id).statusCode()).isEqualTo(200);
        assertThat(As.OPERATOR_B.asks().get("/api/v1/quarantine/" + id).statusCode()).isEqualTo(404);
        assertThat(As.OPERATOR_B.asks().get("/api/v1/quarantine?limit=200").jsonPath().getList("items.id")).doesNotContain(id);
        assertThat(As.OPERATOR_A.asks().get("/api/v1/quarantine?limit=200&state=held").jsonPath().getList("items.id")).contains(id);
        assertThat(accept(UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
    }

    @Test
    void theListIsReadInParts() {
        // Given
        String older = held(certified.file(draft()));
        String newer = held(certified.file(draft()));

        // When
        Response first = As.OPERATOR_A.asks().get("/api/v1/quarantine?limit=1");
        Response second = As.OPERATOR_A.asks().get(first.jsonPath().getString("next"));

        // Then
        assertThat(first.jsonPath().getList("items.id")).containsExactly(newer);
        assertThat(second.jsonPath().getList("items.id")).containsExactly(older);
        assertThat(As.OPERATOR_A.asks().get("/api/v1/quarantine?after=x").statusCode()).isEqualTo(400);
        assertThat(As.OPERATOR_A.asks().get("/api/v1/quarantine?state=x").statusCode()).isEqualTo(400);
    }

    @Test
    void oneClientHoldsNoMoreThanItsCap() {
        // Given
        BrokenClock flooding = BrokenClock.withCertificate();
        IntStream.range(0, 20).forEach(i -> held(flooding.file(draft())));

        // When
        HttpResponse<String> beyond = flooding.file(draft());

        // Then
        assertThat(beyond.statusCode()).isEqualTo(429);
        assertThat(json(beyond).path("type").asText()).isEqualTo("urn:tocsin:problem:quarantine-full");
        assertThat(beyond.headers().firstValue("Retry-After")).hasValue("600");
        assertThat(ofThese(flooding.client())).isEqualTo(20);
        held(certified.file(draft()));
    }

    @Test
    void aClientThatWasCutOffIsRefused() {
        // Given
        BrokenClock stolen = BrokenClock.withCertificate();
        Enrolling.cutOff(stolen.client());

        // When, Then
        isUnauthenticated(stolen.file(draft()));
        assertThat(ofThese(stolen.client())).isZero();
    }
}
