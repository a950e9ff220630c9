package org.tocsin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.StackResource;
import org.tocsin.local.Visit;

/** What an open page asks for by itself: it takes away nothing that somebody writes, and does not look newer than it is. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WatchTest {

    private static final String LOOK = "document.body.dispatchEvent(new Event('look'))";

    @TestHTTPResource("/")
    URL home;

    @Test
    void whatIsWrittenStaysWhenTheSessionEnds() {
        try (Visit visit = Chromium.visit(home).signIn(As.LIAISON_1)) {
            // Given
            visit.open("/triage").ready();
            visit.page().locator("#text").pressSequentially("half a sentence");

            // When
            visit.page().context().clearCookies();
            visit.page().evaluate(LOOK);

            // Then
            Locator notice = visit.page().locator("[data-signed-out]");
            assertThat(notice).isVisible();
            assertThat(notice.locator("a")).hasAttribute("target", "_blank");
            assertThat(visit.page().locator("#text")).hasValue("half a sentence");
            visit.sound("signed-out-meanwhile", List.of("499"));
        }
    }

    @Test
    void whoHasWrittenNothingIsSentToSignIn() {
        try (Visit visit = Chromium.visit(home).signIn(As.LIAISON_1)) {
            // Given
            visit.open("/triage").ready();

            // When
            visit.page().context().clearCookies();
            visit.page().evaluate(LOOK);

            // Then
            assertThat(visit.page().locator("#kc-login")).isVisible();
        }
    }

    @Test
    void aQueueThatIsNotRenewedSaysSo() {
        try (Visit visit = Chromium.visit(home).signIn(As.LIAISON_1)) {
            // Given
            visit.open("/triage").ready();

            // When
            visit.page().context().setOffline(true);
            visit.page().evaluate(LOOK);

            // Then
            assertThat(visit.page().locator(".tocsin-queue-watch")).containsText("The queue is not renewed now");
        }
    }

    @Test
    void aPageThatIsOnlyInEnglishIsEnglishAltogether() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN.in("de-DE")).signIn(As.LIAISON_1)) {
            // When
            visit.open("/triage");

            // Then
            assertThat(visit.page().locator("html")).hasAttribute("lang", "en");
            assertThat(visit.page().locator("header")).containsText("Sign out");
            assertThat(visit.page().locator(".tocsin-languages")).hasCount(0);
        }
    }
}
