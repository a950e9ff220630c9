package org.tocsin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.RawHttp;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestPeople;
import org.tocsin.local.Visit;
import org.tocsin.local.WebSession;

/** Who comes back from the sign-in when there is a session already, or nothing to go on with. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SecondTabTest {

    private static final String BROWSER = "Accept: text/html,*/*;q=0.8";

    @TestHTTPResource("/")
    URL home;
    @TestHTTPResource("/")
    URI service;

    @Test
    void theSecondTabOfABrowserEndsOnItsPage() {
        try (Visit visit = Chromium.visit(home)) {
            // Given
            Page first = visit.open("/reports").page();
            Page second = first.context().newPage();
            second.navigate(home + "drafts/none?q=x");
            String form = second.url();
            TestPeople.known(As.OPERATOR_A);
            first.fill("#username", As.OPERATOR_A.user());
            first.fill("#password", "demo");
            first.click("#kc-login");
            first.waitForURL(home + "reports");

            // When: the identity provider knows who it is, and sends the tab back with a code of its own
            second.navigate(form);
            second.waitForURL(url -> url.startsWith(home.toString()));

            // Then
            assertThat(second).hasURL(home + "drafts/none");
            assertThat(second.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText("There is nothing here");
            first.reload();
            assertThat(first).hasURL(home + "reports");
        }
    }

    /** At /quarantine a filter is called state too. */
    @ParameterizedTest
    @CsvSource({"OPERATOR_A,/reports", "OPERATOR_A,/start", "LIAISON_1,/quarantine"})
    void theSecondReturnLeadsToTheCleanAddress(As person, String page) {
        // Given
        TestPeople.known(person);
        String user = person.user();
        WebSession browser = new WebSession(service);
        URI first = browser.location(browser.get(service.resolve(page)));
        URI second = browser.location(browser.get(service.resolve(page)));
        browser.get(browser.location(browser.returned(user, first)));
        URI back = browser.location(browser.returned(user, second));
        assertThat(back.getRawQuery()).contains("state=", "code=", "session_state=", "iss=");

        // When
        HttpResponse<String> answer = browser.get(back);

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(page);
        assertThat(browser.get(browser.location(answer)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=a&code=b", "state=a&error=temporarily_unavailable&error_description=authentication_expired", "code=b&state=a&session_state=c&iss=d"})
    void whatIsLeftOfASignInIsTakenOffWithASession(String left) {
        String cookie = "Cookie: " + new WebSession(service).signIn(As.OPERATOR_A, "/reports").cookies();

        RawHttp.Answer answer = new RawHttp(service).get("/reports?severity=high&" + left + "&limit=10", cookie, BROWSER);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/reports?severity=high&limit=10");
        assertThat(new RawHttp(service).get(answer.header("Location"), cookie, BROWSER).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=a&code=b", "state=a&error=access_denied&error_description=Denied"})
    void whoComesBackWithoutACookieIsToldAndNotSentRoundAgain(String back) {
        RawHttp.Answer answer = new RawHttp(service).get("/reports?" + back, BROWSER);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("Location")).isNull();
    }

    /** The sign-in was begun in this browser, and ended with a refusal. */
    @Test
    void aRefusalOfTheIdentityProviderIsToldWithoutASession() {
        // Given
        WebSession browser = new WebSession(service);
        String query = browser.location(browser.get(service.resolve("/reports"))).getRawQuery();
        String state = Pattern.compile("(?:^|&)state=([^&]+)").matcher(query).results().findFirst().orElseThrow().group(1);

        // When
        HttpResponse<String> answer = browser.get(service.resolve("/reports?error=access_denied&state=" + state));

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("You are not signed in");
    }

    /** Another sign-in of this browser is under way, so cookies are kept here: that one can be begun again. */
    @Test
    void whoseCookiesAreKeptIsSentToSignInAgain() {
        // Given
        WebSession browser = new WebSession(service);
        browser.get(service.resolve("/reports"));

        // When
        HttpResponse<String> answer = browser.get(service.resolve("/reports?state=a&code=b"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(browser.isOurs(browser.location(answer))).isFalse();
    }
}
