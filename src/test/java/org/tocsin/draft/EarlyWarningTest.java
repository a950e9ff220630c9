package org.tocsin.draft;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Visit;

/** The early warning on one screen, in a real browser. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class EarlyWarningTest {


    @TestHTTPResource("/")
    URL home;

    private final String title = "Clock jumped " + UUID.randomUUID();

    private Visit operator(Visit.Wish wish) {
        return Chromium.visit(home, wish).signIn(As.OPERATOR_A);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void fill(Page page) {
        page.fill("#f-title", title);
        page.check("#f-suspectedMalicious");
        page.check("#f-crossBorder-unknown");
        page.fill("#f-contact-phone", "+49 228 9582 444");
    }

    private static long filed(String title) {
        return Rows.number("select count(*) from report where title = ?", title);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fourAnswersFileAReport(boolean script) {
        try (Visit visit = operator(new Visit.Wish(script, "en-GB"))) {
            // Given
            Page page = visit.page();
            if (script) {
                visit.sound("start");
            }
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send an early warning")).click();
            if (script) {
                visit.sound("early-warning");
            }
            fill(page);
            page.check("#f-awareAt-doubt");

            // When
            button(page, "Send an early warning").click();

            // Then
            page.waitForURL(Pattern.compile(".*/reports/TOC-[^/]+/filed"));
            assertThat(page.locator("h1")).hasText("Report filed");
            assertThat(page.locator(".govuk-summary-list")).containsText(title);
            assertThat(page.locator("section[aria-labelledby=reported]")).containsText("+49 228 9582 444");
            if (script) {
                visit.sound("filed");
            }
            String reference = page.locator(".tocsin-panel__reference").textContent();
            String said = As.OPERATOR_A.asks().get("/api/v1/reports/" + reference).asString();
            assertThat(said).contains("\"suspectedMalicious\":\"yes\"", "\"crossBorder\":\"unknown\"", "+49 228 9582 444", Reading.DOUBTED);
            page.reload();
            assertThat(page.locator(".tocsin-panel__reference")).hasText(reference);
            assertThat(filed(title)).isEqualTo(1);
        }
    }

    @Test
    void sentTwiceItIsFiledOnce() {
        try (Visit visit = operator(Visit.Wish.PLAIN)) {
            // Given
            Page page = visit.open("/reports/new").page();
            fill(page);
            Object body = page.evaluate("new URLSearchParams(new FormData(document.getElementById('report'))).toString()");

            // When
            Object places = page.evaluate("""
                    async ([body]) => {
                      const sent = () => fetch('/reports/new', {method: 'POST', body: new URLSearchParams(body)}).then(answer => answer.url);
                      return [await sent(), await sent()];
                    }""", List.of(body));

            // Then
            assertThat((List<?>) places).allSatisfy(place -> assertThat((String) place).contains("/filed"));
            assertThat(((List<?>) places).get(0)).isEqualTo(((List<?>) places).get(1));
            assertThat(filed(title)).isEqualTo(1);
        }
    }

    @Test
    void onlyOperatorsWriteReports() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.LIAISON_1)) {
            for (String page : List.of("/reports/new", "/start", "/drafts/" + UUID.randomUUID())) {
                visit.open(page);
                assertThat(visit.page().locator("h1")).hasText("You cannot do this here");
            }
        }
    }

    @Test
    void faultsAreSaidAtTheTopAndLeadToTheirFields() {
        try (Visit visit = operator(Visit.Wish.PLAIN)) {
            // Given
            Page page = visit.open("/reports/new").page();
            assertThat(page.locator("main a[href='tel:+492285550100']")).hasText("+49 228 5550 100");
            assertThat(page.locator("footer a[href='tel:+492285550100']")).isVisible();
            page.fill("#f-awareAt-time", "noon");
            page.fill("#f-contact-phone", "call me");

            // When
            button(page, "Send an early warning").click();

            // Then
            assertThat(page.locator(".govuk-error-summary li")).hasCount(5);
            visit.sound("early-warning-faults", List.of("422"));
            assertThat(page.locator("#f-awareAt-time")).hasValue("noon");
            assertThat(page.locator("#f-contact-phone")).hasValue("call me");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Choose whether other countries may be affected.")).click();
            assertThat(page.locator("#f-crossBorder")).isFocused();
        }
    }

    @Test
    void theKeyboardAloneIsEnough() {
        try (Visit visit = operator(Visit.Wish.PLAIN)) {
            // Given
            Page page = visit.open("/reports/new").page();

            // When
            page.focus("#f-title");
            page.keyboard().type(title);
            tabTo(page, "f-awareAt-doubt");
            page.keyboard().press("Space");
            tabTo(page, "f-suspectedMalicious");
            page.keyboard().press("ArrowRight");
            tabTo(page, "f-crossBorder");
            page.keyboard().press("Space");
            tabTo(page, "f-contact-phone");
            page.keyboard().type("+49 228 9582 444");
            page.keyboard().press("Enter");

            // Then
            assertThat(page.locator("h1")).hasText("Report filed");
            assertThat(filed(title)).isEqualTo(1);
        }
    }

    private static void tabTo(Page page, String id) {
        for (int steps = 0; steps < 12; steps++) {
            page.keyboard().press("Tab");
            if (id.equals(page.evaluate("document.activeElement.id"))) {
                return;
            }
        }
        throw new AssertionError("The tabulator does not lead to " + id);
    }

    @ParameterizedTest
    @CsvSource({"de-DE, de, Frühwarnung, Frühwarnung senden, Meldung eingegangen", "zh-CN, zh-Hans, 早期预警, 发送早期预警, 报告已收到"})
    void eachSpeaksItsLanguage(String asked, String language, String heading, String send, String done) {
        try (Visit visit = operator(Visit.Wish.PLAIN.in(asked))) {
            // Given
            Page page = visit.page();
            visit.sound("start-" + language);
            visit.open("/reports/new").sound("early-warning-" + language);
            assertThat(page.locator("html")).hasAttribute("lang", language);
            assertThat(page.locator("h1")).hasText(heading);
            fill(page);

            // When
            button(page, send).click();

            // Then
            assertThat(page.locator("h1")).hasText(done);
            visit.sound("filed-" + language);
        }
    }

    @Test
    void aSwitchOfLanguageLosesNothing() {
        try (Visit visit = operator(Visit.Wish.PLAIN)) {
            // Given
            Page page = visit.open("/reports/new").page();
            fill(page);

            // When
            button(page, "Deutsch").click();

            // Then
            assertThat(page.locator("h1")).hasText("Frühwarnung");
            assertThat(page.locator("#f-title")).hasValue(title);
            assertThat(page.locator("#f-crossBorder-unknown")).isChecked();
            visit.open("/start");
            assertThat(page.locator("html")).hasAttribute("lang", "de");
            button(page, "English").click();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
        }
    }

    @Test
    void scriptInAFieldComesOutAsText() {
        try (Visit visit = operator(Visit.Wish.PLAIN)) {
            // Given
            Page page = visit.open("/reports/new").page();
            String evil = "<script>document.title='taken'</script>\"><img src=x onerror=alert(1)> {title}";
            page.fill("#f-title", evil);

            // When
            button(page, "Send an early warning").click();

            // Then
            assertThat(page.locator("#f-title")).hasValue(evil);
            visit.sound("early-warning-evil", List.of("422"));
            page.check("#f-suspectedMalicious");
            page.check("#f-crossBorder");
            button(page, "Send an early warning").click();
            assertThat(page.locator("dl dd").first()).hasText(evil);
            visit.sound("filed-evil", List.of("422")).open("/start").sound("start-evil", List.of("422"));
        }
    }
}
