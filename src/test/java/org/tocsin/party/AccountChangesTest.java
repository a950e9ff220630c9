package org.tocsin.party;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.Await;
import org.tocsin.local.Chromium;
import org.tocsin.local.Keycloak;
import org.tocsin.local.StackFailure;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.TestPeople;
import org.tocsin.local.TestPeople.Account;
import org.tocsin.local.TestStack;
import org.tocsin.local.Visit;

/** What is changed of an account at the identity provider is felt here when its token ends, on the pages and on the API. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AccountChangesTest {

    private static final int MINUTE = 60;

    @TestHTTPResource("/")
    URL home;

    /** So that no test waits for a minute; that it is one elsewhere is tested here too. */
    @BeforeEach
    void brief() {
        TestStack.setLifespanOnPages(2);
    }

    @AfterEach
    void asInTheRealm() {
        TestStack.setLifespanOnPages(MINUTE);
    }

    @Test
    void bothRealmsGiveTokensOfPeopleForAMinute() {
        for (String token : List.of(TestStack.tokens().ofPerson("operator-a"), TestStack.tokens(Keycloak.CERT).ofPerson("cert-liaison-1"))) {
            JsonNode claims = Binding.claims(token);
            assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isBetween(1L, (long) MINUTE);
        }
    }

    @Test
    void aTokenOfAPersonThatLastsLongerIsRefused() {
        String client = TestStack.clientWithTokens(MINUTE + 1);

        assertThat(given().auth().oauth2(TestStack.tokens().ofPersonThrough(client, "operator-a")).get("/api/v1/reports").statusCode()).isEqualTo(401);
    }

    @Test
    void whoIsDisabledIsSignedOutOfThePages() {
        Account person = TestPeople.person(TestOrganisation.A.id(), "operator");
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(person.name())) {
            assertThat(visit.page().navigate(home + "start").status()).isEqualTo(200);

            // When
            TestPeople.disable(person);

            // Then
            Await.until("the page asks for a sign-in", () -> visit.open("/start").page().locator("#kc-login").count() == 1);
        }
    }

    @Test
    void whoseRoleIsTakenAwayIsRefusedOnThePages() {
        Account person = TestPeople.person(TestOrganisation.A.id(), "operator");
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(person.name())) {
            Page page = visit.page();
            assertThat(page.navigate(home + "start").status()).isEqualTo(200);

            // When
            TestPeople.takeAway(person, "operator");

            // Then
            Await.until("the page is refused", () -> page.navigate(home + "start").status() == 403);
        }
    }

    @Test
    void whoIsDisabledOrLostTheRoleIsRefusedByTheApi() {
        // Given
        Account disabled = TestPeople.atKeycloak(TestPeople.person(TestOrganisation.A.id(), "operator"));
        Account lost = TestPeople.atKeycloak(TestPeople.person(TestOrganisation.A.id(), "operator"));
        String before = TestStack.briefToken(disabled.name());
        assertThat(given().auth().oauth2(before).get("/api/v1/reports").statusCode()).isEqualTo(200);

        // When
        TestPeople.disable(disabled);
        TestPeople.takeAway(lost, "operator");

        // Then
        Await.until("its token has ended", () -> given().auth().oauth2(before).get("/api/v1/reports").statusCode() == 401);
        assertThatThrownBy(() -> TestStack.briefToken(disabled.name())).isInstanceOf(StackFailure.class);
        assertThat(given().auth().oauth2(TestStack.briefToken(lost.name())).get("/api/v1/reports").statusCode()).isEqualTo(403);
    }
}
