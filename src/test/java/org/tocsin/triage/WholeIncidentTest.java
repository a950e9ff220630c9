package org.tocsin.triage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Chromium;
import org.tocsin.local.StackResource;
import org.tocsin.local.Visit;

/** Two people and their browsers, from the first warning until the CERT's case number is back: with scripts and without. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WholeIncidentTest {


    @TestHTTPResource("/")
    URL home;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fromTheOperatorsWarningToTheCertsCaseNumber(boolean script) {
        Visit.Wish wish = new Visit.Wish(script, "en-GB");
        try (Visit operator = Chromium.visit(home, wish).signIn(As.OPERATOR_A);
             Visit liaison = Chromium.visit(home, wish).signIn(As.LIAISON_1)) {
            // Given
            String reference = warn(operator);

            // When
            liaison.open("/triage?text=" + reference);
            liaison.follow(reference);
            liaison.press("Claim");
            liaison.press("Look, then release");
            liaison.press("Confirm release");

            // Then
            Await.until("the case number", () -> operator.open("/reports/" + reference).page().locator(".tocsin-head")
                    .textContent().contains("TOC-"));
            assertThat(operator.page().locator("main")).containsText("Delivered to National CERT");
        }
    }

    /** @return the reference that the operator reads */
    private static String warn(Visit operator) {
        Page page = operator.page();
        operator.press("Send an early warning");
        page.fill("#f-title", "Both grandmasters jumped by a second");
        page.check("#f-suspectedMalicious");
        page.check("#f-crossBorder-unknown");
        page.fill("#f-contact-phone", "+49 228 9582 444");
        operator.press("Send an early warning");
        page.waitForURL(Pattern.compile(".*/reports/TOC-[^/]+/filed"));
        return page.locator(".tocsin-panel__reference").textContent();
    }
}
