package org.tocsin.draft;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tocsin.local.Chromium;
import org.tocsin.local.StackResource;
import org.tocsin.local.Visit;

/** What is wrong in a draft is said where it was typed, and leads there. In a real browser. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DraftFaultsTest {

    private static final Pattern TASKS = Pattern.compile(".*/drafts/[0-9a-f-]+");

    @TestHTTPResource("/")
    URL home;

    private static String begun(Visit visit) {
        visit.open("/start").press("Write a full report");
        visit.page().waitForURL(TASKS);
        return visit.page().url().replaceAll("^.*(/drafts/[^/]+)$", "$1");
    }

    @Test
    void whatIsWrongIsSaidWhereItWasTyped() {
        try (Visit visit = Chromium.visit(home).signIn("operator-a")) {
            // Given
            Page page = visit.page();
            String draft = begun(visit);
            visit.open(draft + "/when");
            page.fill("#f-awareAt-time", "25:99");

            // When
            visit.press("Save and go on");

            // Then
            assertThat(page).hasURL(Pattern.compile(draft + "/when$"));
            assertThat(page.locator(".govuk-error-summary")).isFocused();
            assertThat(page.locator("#f-awareAt-time")).hasValue("25:99");
            visit.sound("draft-when-fault");
            page.fill("#f-awareAt-time", "03:14");
            visit.press("Save and go on");
            assertThat(page).hasURL(TASKS);
            visit.open(draft + "/observations").press("PTP");
            page.fill("#f-observations-0-domain", "many");
            visit.press("Save and go on");
            assertThat(page).hasURL(Pattern.compile(draft + "/observations/0$"));
            assertThat(page.locator("#f-observations-0-domain-error")).isVisible();
        }
    }
}
