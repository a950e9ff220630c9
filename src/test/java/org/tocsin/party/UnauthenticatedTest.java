package org.tocsin.party;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestStack;
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

        // Then
        isUnauthenticated(postWith(token));
    }
}
