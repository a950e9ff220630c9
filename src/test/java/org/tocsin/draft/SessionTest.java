package org.tocsin.draft;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.local.Visit.press;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestPeople;
import org.tocsin.local.Visit;

/** A session that ends while somebody writes: nothing is lost, and nobody else gets to see it. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SessionTest {


    @TestHTTPResource("/")
    URL home;

    @Inject
    LastSeen lastSeen;

    private final String title = "Session ended " + UUID.randomUUID();

    private void writeAWarning(Visit visit) {
        Page page = visit.open("/reports/new").page();
        page.fill("#f-title", title);
        page.check("#f-suspectedMalicious");
        page.check("#f-crossBorder");
    }

    private static void endTheSession(Page page) {
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("^(?!tocsin-last).*$")));
    }

    private static void signInAgain(Page page, String user) {
        page.fill("#username", user);
        page.fill("#password", "demo");
        page.click("#kc-login");
    }

    @Test
    void whatWasSentWhenTheSessionHadEndedIsOfferedAfterTheSignIn() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN.withoutScript()).signIn(As.OPERATOR_A)) {
            // Given
            Page page = visit.page();
            writeAWarning(visit);
            endTheSession(page);

            // When
            press(page, "Send an early warning");
            signInAgain(page, As.OPERATOR_A.user());

            // Then
            assertThat(page.locator("h1")).hasText("Your session had ended");
            assertThat(page.locator("dl")).containsText(title);
            assertThat(Rows.number("select count(*) from report where title = ?", title)).isZero();
            assertThat(Rows.number("select count(*) from parked_form where strpos(encode(content, 'escape'), 'Session ended') > 0")).isZero();
            press(page, "Send it now");
            assertThat(page.locator("h1")).hasText("Report filed");
            assertThat(Rows.number("select count(*) from report where title = ?", title)).isEqualTo(1);
        }
    }

    @Test
    void aDraftIsGoneOnWithAfterTheSignIn() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.OPERATOR_A)) {
            // Given
            Page page = visit.open("/start").page();
            press(page, "Write a full report");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What happened")).click();
            page.fill("#f-title", title);
            String step = page.url();
            endTheSession(page);

            // When
            press(page, "Save and go on");
            signInAgain(page, As.OPERATOR_A.user());
            visit.sound("parked");
            press(page, "Send it now");

            // Then
            assertThat(page.locator("h1")).hasText(title);
            page.navigate(step);
            assertThat(page.locator("#f-title")).hasValue(title);
        }
    }

    @Test
    void whatWasParkedIsReadInThePagesLanguage() {
        ParkedForm form = new ParkedForm("/drafts/x/what", "key=1&%2Fstage=early-warning&%2FsuspectedMalicious=unknown&%2Fongoing=yes"
                + "&%2FawareAt%2Fdate=2026-11-23&%2FawareAt%2Ftime=03%3A14&%2FawareAt%2Fzone=Europe%2FBerlin&%2FawareAt%2Fdoubt=yes"
                + "&%2Foccurred%2Fto%2Fdate=&%2Foccurred%2Fto%2Fzone=UTC&%2Ftlp=TLP%3AAMBER&kind=ptp&save=yes");

        assertThat(ParkedWords.of(form.fields())).extracting(line -> line.label() + " " + line.value()).containsExactly(
                "Stage Early warning", "Do you suspect that somebody did this on purpose? Unknown", "Does it go on? Yes",
                "When did you notice it? 2026-11-23 03:14 Berlin", "When did you notice it? I don’t trust this clock",
                "How far may it be passed on? (TLP 2.0) TLP:AMBER", "Kind PTP");
    }

    @Test
    void whoWasSeenIsRememberedForADayFromTheLastPageAndNotFromTheFirst() {
        try (Visit visit = Chromium.visit(home).signIn(As.OPERATOR_A)) {
            // Given
            BrowserContext browser = visit.page().context();
            Cookie first = browser.cookies().stream().filter(each -> each.name.startsWith("tocsin-last")).findFirst().orElseThrow();

            // When, then
            Instant now = Instant.now();
            assertThat(renewed(visit, first, now.minus(Duration.ofMinutes(50)))).isFalse();
            assertThat(renewed(visit, first, now.minus(Duration.ofHours(2)))).isTrue();
        }
    }

    private boolean renewed(Visit visit, Cookie like, Instant seen) {
        String value = lastSeen.value(seen, As.OPERATOR_A.account().identifier());
        BrowserContext browser = visit.page().context();
        browser.addCookies(List.of(new Cookie(like.name, value).setDomain(like.domain).setPath(like.path)));
        visit.open("/start");
        return browser.cookies().stream().filter(each -> each.name.equals(like.name)).noneMatch(each -> each.value.equals(value));
    }

    @Test
    void anotherPersonIsNotOfferedIt() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.OPERATOR_A)) {
            // Given
            Page page = visit.page();
            writeAWarning(visit);
            endTheSession(page);

            // When
            press(page, "Send an early warning");
            TestPeople.known(As.OPERATOR_B);
            signInAgain(page, As.OPERATOR_B.user());

            // Then
            assertThat(page.locator("h1")).hasText("There is nothing here");
            assertThat(page.content()).doesNotContain(title);
            visit.sound("parked-another", List.of("404"));
        }
    }

    @Test
    void nothingIsKeptOfWhoWasNeverSignedInNorOfAnotherSite() {
        // Given
        long before = Rows.number("select count(*) from parked_form");

        // When
        int stranger = RestAssured.given().accept("text/html").header("Sec-Fetch-Site", "same-origin").redirects().follow(false)
                .formParam("/title", title).post("/reports/new").statusCode();
        int elsewhere = RestAssured.given().accept("text/html").header("Sec-Fetch-Site", "cross-site").redirects().follow(false)
                .formParam("/title", title).post("/reports/new").statusCode();

        // Then
        assertThat(List.of(stranger, elsewhere)).containsExactly(401, 403);
        assertThat(Rows.number("select count(*) from parked_form")).isEqualTo(before);
    }
}
