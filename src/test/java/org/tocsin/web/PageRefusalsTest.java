package org.tocsin.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.tocsin.local.StackResource;

/** What people and machines are told when there is nothing for them, and what every page is sent with. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PageRefusalsTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Test
    void anUnknownAddressIsAPageForABrowser() {
        given().accept(BROWSER).get("/nowhere").then()
                .statusCode(404)
                .contentType(startsWith("text/html"))
                .header("Content-Security-Policy", startsWith("default-src 'self'; form-action 'self' http://"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Content-Security-Policy", containsString("base-uri 'none'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("Cache-Control", "no-store")
                .body(containsString("There is nothing here"));
    }

    @Test
    void anUnknownAddressIsAProblemForWhoDoesNotAskForHtml() {
        given().accept("*/*").get("/nowhere").then()
                .statusCode(404).contentType("application/problem+json").body("status", equalTo(404));
    }

    @Test
    void theApiAnswersWithProblemsWhateverIsAskedFor() {
        given().accept(BROWSER).get("/api/v1/reports/1").then()
                .statusCode(401).contentType("application/problem+json");
        given().accept(BROWSER).get("/api/v1/nowhere").then()
                .statusCode(404).contentType("application/problem+json");
    }

    @Test
    void whoHasNotSignedInIsSentToDoSo() {
        given().accept(BROWSER).redirects().follow(false).get("/triage").then()
                .statusCode(302).header("Location", containsString("/protocol/openid-connect/auth"));
    }

    @Test
    void aRequestFromWithinAPageIsNotSentAway() {
        given().accept(BROWSER).header("HX-Request", "true").redirects().follow(false).get("/triage").then()
                .statusCode(499);
    }

    @Test
    void aFormThatIsSentWithoutASessionIsNotDroppedOnTheWayToTheSignIn() {
        given().accept(BROWSER).header("Sec-Fetch-Site", "same-origin").redirects().follow(false)
                .formParam("version", "1").post("/triage/TOC-0000-0000-0/claim").then()
                .statusCode(401).contentType(startsWith("text/html")).body(containsString("You are not signed in"));
    }

    @Test
    void aFormFromAnotherSiteIsRefused() {
        given().accept(BROWSER).header("Sec-Fetch-Site", "cross-site").formParam("version", "1")
                .post("/triage/TOC-0000-0000-0/claim").then()
                .statusCode(403).contentType(startsWith("text/html")).body(containsString("not ours"));
        given().accept(BROWSER).header("Origin", "https://evil.example").post("/sign-out").then().statusCode(403);
    }

    @Test
    void aLinkSignsNobodyOut() {
        given().accept(BROWSER).redirects().follow(false).get("/sign-out").then().statusCode(405);
    }

    @Test
    void aMachineIsNotAskedWhereItComesFrom() {
        given().contentType("application/json").body("{}").post("/api/v1/reports").then().statusCode(401);
    }

    @Test
    void anyoneMaySeeThatTheyAreSignedOut() {
        given().accept(BROWSER).get("/signed-out").then().statusCode(200).body(containsString("You are signed out"));
    }

    @Test
    void theFrameworksPagesMayNotBeFramedEither() {
        given().get("/q/swagger-ui/").then().header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
    }
}
