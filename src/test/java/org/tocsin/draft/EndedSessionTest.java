package org.tocsin.draft;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.local.Visit.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.Await;
import org.tocsin.local.Chromium;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.TestPeople;
import org.tocsin.local.TestPeople.Account;
import org.tocsin.local.TestStack;
import org.tocsin.local.Visit;

/** A session that is dead while its cookie is still there: what was written then is kept as any other. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class EndedSessionTest {

    private static final int SECONDS = 2;

    @TestHTTPResource("/")
    URL home;

    private final String title = "Session is dead " + UUID.randomUUID();
    private final Account person = TestPeople.person(TestOrganisation.A.id(), "operator");

    @BeforeEach
    void brief() {
        TestStack.setLifespanOnPages(SECONDS);
    }

    @AfterEach
    void asInTheRealm() {
        TestStack.setLifespanOnPages(60);
    }

    /** @return when the token of the session ends at the latest */
    private Instant writeAWarning(Visit visit) {
        Page page = visit.open("/reports/new").page();
        page.fill("#f-title", title);
        page.check("#f-suspectedMalicious");
        page.check("#f-crossBorder");
        return Instant.now().plusSeconds(SECONDS + 1);
    }

    private static List<Cookie> session(Page page) {
        return page.context().cookies().stream().filter(cookie -> cookie.name.startsWith("q_session")).toList();
    }

    private static void spoil(Page page, UnaryOperator<String> value) {
        page.context().addCookies(session(page).stream()
                .map(cookie -> new Cookie(cookie.name, value.apply(cookie.value)).setDomain(cookie.domain).setPath(cookie.path)).toList());
    }

    private static void signInAgain(Page page, Account who) {
        page.fill("#username", who.name());
        page.fill("#password", "demo");
        page.click("#kc-login");
    }

    private void isOffered(Page page) {
        assertThat(page.locator("h1")).hasText("Your session had ended");
        assertThat(page.locator("dl")).containsText(title);
        assertThat(Rows.number("select count(*) from report where title = ?", title)).isZero();
        press(page, "Send it now");
        assertThat(page.locator("h1")).hasText("Report filed");
        assertThat(Rows.number("select count(*) from report where title = ?", title)).isEqualTo(1);
    }

    @Test
    void theIdentityProviderEndedIt() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN.withoutScript()).signIn(person.name())) {
            // Given
            Instant ends = writeAWarning(visit);
            TestPeople.endSessions(person);
            Await.until("the token has expired", () -> Instant.now().isAfter(ends));
            assertThat(session(visit.page())).isNotEmpty();

            // When
            press(visit.page(), "Send an early warning");
            signInAgain(visit.page(), person);

            // Then
            isOffered(visit.page());
        }
    }

    @Test
    void itsCookieCanNoLongerBeRead() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN.withoutScript()).signIn(person.name())) {
            // Given: as after a change of the key
            writeAWarning(visit);
            spoil(visit.page(), value -> value.substring(0, value.length() - 12) + "AAAAAAAAAAAA");
            TestPeople.endSessions(person);

            // When
            press(visit.page(), "Send an early warning");
            signInAgain(visit.page(), person);

            // Then
            isOffered(visit.page());
        }
    }

    @Test
    void itsCookieIsNonsense() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN.withoutScript()).signIn(person.name())) {
            // Given
            writeAWarning(visit);
            spoil(visit.page(), value -> "x");
            TestPeople.endSessions(person);

            // When
            press(visit.page(), "Send an early warning");
            signInAgain(visit.page(), person);

            // Then
            isOffered(visit.page());
        }
    }

    @Test
    void itsPersonWasDisabledAndAnotherSignsIn() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN.withoutScript()).signIn(person.name())) {
            // Given
            Instant ends = writeAWarning(visit);
            TestPeople.disable(person);
            Await.until("the token has expired", () -> Instant.now().isAfter(ends));

            // When
            press(visit.page(), "Send an early warning");
            signInAgain(visit.page(), TestPeople.atKeycloak(TestPeople.person(TestOrganisation.A.id(), "operator")));

            // Then
            assertThat(visit.page().locator("h1")).hasText("There is nothing here");
            assertThat(visit.page().content()).doesNotContain(title);
            assertThat(Rows.number("select count(*) from report where title = ?", title)).isZero();
        }
    }
}
