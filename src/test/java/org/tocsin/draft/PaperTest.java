package org.tocsin.draft;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.StackResource;
import org.tocsin.local.Visit;
import org.tocsin.question.Inquiry;

/** What comes out of the printer. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PaperTest {

    @TestHTTPResource("/")
    URL home;

    private static void nothingToFillIn(Page page) {
        assertThat(page.locator("main form:visible, main button:visible, main textarea:visible, main input:visible, main select:visible")).hasCount(0);
    }

    @Test
    void whatWasReportedIsPrintedAndNothingThatIsToBeFilledIn() {
        Inquiry asked = Inquiry.about(As.OPERATOR_A);
        asked.asked("Which clocks were right?");
        try (Visit visit = Chromium.visit(home).signIn(As.OPERATOR_A)) {
            // Given
            Page page = visit.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            // When
            visit.open("/reports/" + asked.report.reference() + "/filed").sound("filed-paper");

            // Then
            assertThat(page.locator("#reported")).isVisible();
            nothingToFillIn(page);
            visit.open("/reports/" + asked.report.reference()).sound("report-paper");
            visit.says("Which clocks were right?");
            assertThat(page.locator("#questions")).isVisible();
            assertThat(page.locator("#attachments, #go-on").filter(new Locator.FilterOptions().setVisible(true))).hasCount(0);
            nothingToFillIn(page);
        }
    }
}
