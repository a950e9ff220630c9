package org.tocsin.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.StackResource;
import org.tocsin.local.Visit;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;

/** A liaison without a mouse: from the sign-in to a confirmed release, always seeing where the keyboard is. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class KeyboardTest {

    /** The browser's own ring, an outline or a shadow of ours, or another background: something shows. */
    private static final String FOCUS_SHOWS = """
            () => {
              const at = document.activeElement;
              const shown = [at, at.nextElementSibling, at.parentElement].filter(Boolean).some(each =>
                [getComputedStyle(each), getComputedStyle(each, '::before')].some(style =>
                  style.outlineStyle !== 'none' || style.boxShadow !== 'none'));
              return shown ? '' : at.outerHTML.slice(0, 200);
            }""";
    private static final int STOPS = 80;

    @TestHTTPResource("/")
    String home;

    @Test
    void theKeyboardAloneReleasesAReport() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.LIAISON_1)) {
            // Given
            FiledReport report = FiledReport.by(As.OPERATOR_A, Drafts.ofSeverity("high"));
            visit.open(Desk.ownQueue(As.OPERATOR_A));

            // When
            go(visit, report.reference());
            go(visit, "Claim");
            go(visit, "Look, then release");
            visit.says("It has got nothing of this report yet");
            go(visit, "Confirm release");

            // Then
            visit.says("Deliveries");
            assertThat(As.LIAISON_1.asks().get(report.url() + "/deliveries").jsonPath().getList("destination")).containsExactly("national-cert");
        }
    }

    /** Tab by tab to what is called so, then Enter. */
    private static void go(Visit visit, String name) {
        Page page = visit.page();
        for (int stops = 0; stops < STOPS; stops++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate(FOCUS_SHOWS)).as("what has the focus and does not show it").isEqualTo("");
            if (name.equals(page.evaluate("document.activeElement.textContent.trim()"))) {
                page.waitForNavigation(() -> page.keyboard().press("Enter"));
                return;
            }
        }
        throw new AssertionError("The tabulator does not lead to " + name + " on " + page.url());
    }
}
