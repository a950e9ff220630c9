package org.tocsin.draft;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.StackResource;
import org.tocsin.local.Statements;
import org.tocsin.local.Visit;
import org.tocsin.problem.Fault;
import org.tocsin.report.submission.TimeFlags;

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
        try (Visit visit = Chromium.visit(home).signIn(As.OPERATOR_A)) {
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

    @Test
    void theTimeThatWeFilledInWaitsForALook() {
        try (Visit visit = Chromium.visit(home).signIn(As.OPERATOR_A)) {
            // Given
            String draft = begun(visit);
            assertThat(visit.page().locator("#standing-when")).hasText("Please check");
            visit.sound("draft-tasks-check");

            // When
            visit.open(draft + "/when").press("Save and go on");

            // Then
            assertThat(visit.page().locator("#standing-when")).hasText("Done");
        }
    }

    /** As a browser sends a form; what its inputs would not let one type comes in as well. */
    private static void sent(Visit visit, String path, String form) {
        visit.page().evaluate("([path, body]) => fetch(path, {method: 'POST', body: new URLSearchParams(body)}).then(answer => answer.text())",
                List.of(path, form));
    }

    /** Follows each link that says where something is wrong. */
    private static void followed(Visit visit, String path, String links, int most) {
        List<String> hrefs = hrefs(visit.open(path), links);
        assertThat(hrefs).as(path).hasSizeBetween(1, most);
        hrefs.stream().collect(Collectors.groupingBy(href -> href.replaceAll("#.*$", ""))).forEach((page, there) -> {
            Object missing = visit.open(page).page().evaluate("""
                    hrefs => hrefs.map(href => href.replace(/^.*#/, ''))
                      .filter(id => !document.getElementById(id)?.matches('input, select, textarea, [tabindex]')).join()""", there);
            assertThat(missing).as(page + " from " + path).isEqualTo("");
        });
    }

    @SuppressWarnings("unchecked")
    private static List<String> hrefs(Visit visit, String links) {
        return (List<String>) visit.page().evaluate("links => [...document.querySelectorAll(links)].map(each => each.getAttribute('href'))", links);
    }

    @Test
    void whateverIsWrongLeadsToItsField() {
        try (Visit visit = Chromium.visit(home).signIn(As.OPERATOR_A)) {
            // Given
            String draft = begun(visit);
            visit.open(draft + "/what");
            sent(visit, draft + "/what", "/title=&/stage=final&/threats=rfc7384:3.2.2&/threats=nonsense");
            sent(visit, draft + "/when", "/occurred/from/date=x&/occurred/uncertaintySeconds=long");
            sent(visit, draft + "/assets", "q=1.2.3.999&as=ip&addTyped=yes");
            sent(visit, draft + "/observations", "kind=ptp");
            sent(visit, draft + "/observations/0", "/observations/0/domain=x&/observations/0/observedAt/from/date=x&/observations/0/grandmasterBefore/clockClass=1");
            sent(visit, draft + "/observations", "kind=gnss");
            sent(visit, draft + "/observations/1", "/observations/1/constellations=Beidu&/observations/1/satellites/0/svid=x&/observations/1/satellites/0/constellation=GPS");
            sent(visit, draft + "/observations", "kind=generic");
            sent(visit, draft + "/observations/2", "/observations/2/measures/0/value=abc");
            sent(visit, draft + "/indicators", "/indicators/0/value=x&/indicators/0/firstSeen/date=x");
            sent(visit, draft + "/impact", "/impact/services=NTP\n" + "x".repeat(5000) + "&/impact/sectors=energy&/impact/sectors=!&/mitigations/0/at/date=x&/mitigations/0/progress=ongoing");
            sent(visit, draft + "/contact", "/contact/email=nobody");

            // When, then
            followed(visit, draft + "/check", "#wanting ~ ul a", 40);
            for (Step step : List.of(Step.WHAT, Step.WHEN, Step.ASSETS, Step.OBSERVATIONS, Step.INDICATORS, Step.IMPACT, Step.CONTACT)) {
                followed(visit, draft + "/" + step.code(), ".govuk-error-summary a", 12);
            }
            assertThat(hrefs(visit.open(draft + "/observations/1"), ".govuk-error-summary a")).allMatch(href -> href.startsWith(draft + "/observations/1#"));
            visit.open(draft + "/observations").sound("draft-observations-faults");
            assertThat(visit.page().locator(".govuk-error-summary a").first())
                    .hasText("Domain number: This is not what is expected here: where a number belongs, write digits only.");
            visit.open(draft + "/assets").sound("draft-assets-fault");
            visit.page().locator(".govuk-error-summary a").click();
            assertThat(visit.page().locator("#f-assets-0")).isFocused();
        }
    }

    @Test
    void whatTheApiWouldWarnOfIsSaidBeforeItIsSent() {
        try (Visit visit = Chromium.visit(home).signIn(As.OPERATOR_A)) {
            // Given
            String draft = begun(visit);
            sent(visit, draft + "/what", "/title=Odd&/stage=early-warning&/suspectedMalicious=no&/crossBorder=no&/severity=low");
            visit.open(draft + "/check");
            assertThat(visit.page().locator("#worth ~ ul li").first()).containsText("the one at which this draft was begun");
            sent(visit, draft + "/when", "/awareAt/date=2019-11-23&/awareAt/time=03:14&/awareAt/zone=UTC&/occurred/from/date=2091-01-01&/occurred/from/time=00:00");
            sent(visit, draft + "/assets", "q=unlisted.example.org&addTyped=yes");

            // When
            int cost = Statements.leastOf(() -> visit.open(draft + "/check")).roundTrips();

            // Then
            assertThat(cost).isLessThanOrEqualTo(12);
            assertThat(visit.page().locator("#worth ~ ul li")).hasText(new String[] {
                "When: You noticed it more than a year ago: the year may be mistyped.", "When: It began after you noticed it.",
                "When: Its beginning lies in the future.", "Who to call: Nobody is named who can be asked.",
                "What happened: It does not say how far it may be passed on (TLP).",
                "Which assets: Your inventory has no unlisted.example.org. It is kept as you name it, and shown as unknown."});
            visit.sound("draft-check-warnings");
            followed(visit, draft + "/check", "#worth ~ ul a", 6);
            visit.open(draft + "/check").press("Send the report");
            assertThat(visit.page().locator("h1")).hasText("Report filed");
        }
    }

    /** No warning of the trial goes without words. */
    @Test
    void eachWarningHasWords() {
        Stream.concat(Stream.of(TimeFlags.Flag.values()).filter(flag -> flag != TimeFlags.Flag.SENDER_CLOCK_OFF).map(Json::word),
                Stream.of("no-assets", "no-contact", "no-severity", "no-tlp", "unlisted-asset", "repeat", "prefilled"))
                .forEach(code -> assertThat(SecondLook.words(new Fault("", code, ""), "it")).doesNotStartWith("warn_"));
    }

    @ParameterizedTest
    @CsvSource({
            "'', what, -1, f-title",
            "/nowhere, what, -1, f-title",
            "/threats, what, -1, f-threats",
            "/threats/3, what, -1, f-threats-others",
            "/occurred, when, -1, f-occurred-from",
            "/assets, assets, -1, f-assets",
            "/assets/4/clockIdentity, assets, -1, f-assets-4",
            "/observations, observations, -1, f-observations",
            "/observations/2, observations, 2, f-observations-2-asset",
            "/observations/2/type, observations, 2, f-observations-2-asset",
            "/observations/2/administers/1, observations, 2, f-observations-2-administers",
            "/observations/2/satellites/3, observations, 2, f-observations-2-satellites-3-constellation",
            "/observations/2/measures, observations, 2, f-observations-2-measures-0-name",
            "/mitigations, impact, -1, f-mitigations-0-description",
            "/impact, impact, -1, f-impact-description",
            "/impact/services/7, impact, -1, f-impact-services",
            "/contact, contact, -1, f-contact-name"})
    void aPlaceInAReportIsAFieldOfAPage(String pointer, String step, int row, String field) {
        assertThat(Mending.of(pointer)).isEqualTo(new Mending(Step.of(step).orElseThrow(), row, field));
    }
}
