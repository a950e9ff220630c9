package org.tocsin.party;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestStack;
import org.tocsin.local.TestTokens;
import org.tocsin.report.Drafts;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class UnauthenticatedTest {

    private static Response post(RequestSpecification caller) {
        return caller.contentType("application/json").body(Drafts.earlyWarning().toString()).post("/api/v1/reports");
    }

    private static Response postWith(String token) {
        return post(given().header("Authorization", "Bearer " + token));
    }

    private static void isUnauthenticated(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:unauthenticated");
    }

    @Test
    void withoutATokenNobodyIsKnown() {
        isUnauthenticated(post(given()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
    void whatIsNoTokenIsRefused(String token) {
        isUnauthenticated(postWith(token));
    }

    @Test
    void anotherSchemeIsRefused() {
        isUnauthenticated(post(given().auth().preemptive().basic("operator-a", "demo")));
    }

    @Test
    void aTokenThatWasChangedIsRefused() {
        // Given
        String[] parts = As.AUDITOR.token().split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1])).replace("auditor", "operator");
        String forged = parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes()) + "." + parts[2];

        // When
        Response answer = postWith(forged);

        // Then
        isUnauthenticated(answer);
    }

    @Test
    void aTokenForAnotherServiceIsRefused() {
        // Given
        String token = TestStack.tokens().ofPersonThrough("admin-cli", "operator-a");

        // When
        Response answer = postWith(token);

        // Then
        isUnauthenticated(answer);
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        // Given
        String token = TestStack.tokens("tocsin-cert").ofPerson("cert-liaison-1");

        // When
        Response answer = given().auth().oauth2(token).get("/api/v1/triage");

        // Then
        isUnauthenticated(answer);
    }

    @Test
    void anExpiredTokenIsRefused() {
        // Given
        String token = TestStack.briefToken("operator-a");
        assertThat(postWith(token).statusCode()).isEqualTo(201);

        // When
        Await.until("the token expired", () -> postWith(token).statusCode() != 201);

        // Then: and nothing but our time is said to who has none, or another, or may not
        Response expired = postWith(token);
        isUnauthenticated(expired);
        challenges(expired, "error=\"invalid_token\", error_description=\"The access token expired at ");
        assertThat(Duration.between(Instant.parse(expired.jsonPath().getString("now")), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
        assertThat(expired.jsonPath().getString("detail")).contains("Our time is ");
    }

    @Test
    void aTokenThatIsNotGoodYetIsRefusedWithOurTime() {
        // Given
        JwtClaims claims = TestTokens.claims(As.OPERATOR_A.account());
        claims.setNotBefore(NumericDate.fromSeconds(Instant.now().plusSeconds(45).getEpochSecond()));

        // When
        Response answer = postWith(TestTokens.signed(claims));

        // Then
        isUnauthenticated(answer);
        challenges(answer, "error=\"invalid_token\", error_description=\"The access token is good only from ");
        assertThat(answer.jsonPath().getString("now")).isNotBlank();
    }

    static Stream<Consumer<JwtClaims>> nobodys() {
        return Stream.of(
                claims -> claims.unsetClaim("sid"),
                claims -> claims.setClaim("client_id", "cli"),
                claims -> claims.setAudience("national-cert"),
                claims -> claims.setAudience("tocsin-2", "account"),
                claims -> claims.setExpirationTime(NumericDate.fromSeconds(Instant.now().plusSeconds(61 + 30).getEpochSecond())),
                claims -> claims.unsetClaim("iat"));
    }

    /** Signed by the issuer's key, and good for nothing here. */
    @ParameterizedTest
    @MethodSource
    void nobodys(Consumer<JwtClaims> spoil) {
        JwtClaims claims = TestTokens.claims(As.OPERATOR_A.account());
        assertThat(postWith(TestTokens.signed(claims)).statusCode()).isEqualTo(201);
        spoil.accept(claims);

        Response answer = postWith(TestTokens.signed(claims));

        isUnauthenticated(answer);
        assertThat(answer.jsonPath().getMap("")).doesNotContainKey("now");
    }

    private static void challenges(Response answer, String how) {
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer realm=\"tocsin\", " + how);
    }

    @Test
    void whoShowsNoTokenIsToldOfNoError() {
        for (Response answer : List.of(post(given()), post(given().auth().preemptive().basic("operator-a", "demo")))) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"tocsin\"");
            assertThat(answer.jsonPath().getMap("")).doesNotContainKey("now");
        }
    }

    @Test
    void whoShowsABadTokenIsToldSoAndNotOurTime() {
        for (String token : List.of("nonsense", "a.b.c", TestStack.tokens().ofPersonThrough("admin-cli", "operator-a"))) {
            Response answer = postWith(token);
            isUnauthenticated(answer);
            challenges(answer, "error=\"invalid_token\", error_description=\"");
            assertThat(answer.jsonPath().getMap("")).doesNotContainKey("now");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer a b", "bearer \"quoted\"", "Bearer a,b"})
    void whatIsNoCredentialIsAMalformedRequest(String authorization) {
        Response answer = post(given().header("Authorization", authorization));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:malformed-credentials");
        challenges(answer, "error=\"invalid_request\"");
    }

    @Test
    void whoHasNotTheRoleIsToldThatItsScopeIsNotEnough() {
        Response answer = As.OPERATOR_A.asks().get("/api/v1/triage");

        assertThat(answer.statusCode()).isEqualTo(403);
        challenges(answer, "error=\"insufficient_scope\"");
    }
}
