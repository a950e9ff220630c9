package org.tocsin.draft;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.local.Visit.press;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Statements;
import org.tocsin.local.Visit;

/** What holds for every form of the full report, in a real browser. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class FormsTest {

    private static final String EVIL = "<script>document.title='taken'</script>\"><img src=x onerror=alert(1)>'{title}";

    @TestHTTPResource("/")
    URL home;

    private final String title = "Found by typing " + UUID.randomUUID();

    private Visit operator() {
        return Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.OPERATOR_A);
    }

    private static String begun(Visit visit) {
        Page page = visit.open("/start").page();
        press(page, "Write a full report");
        page.waitForURL(Pattern.compile(".*/drafts/[0-9a-f-]+"));
        return page.url().replaceAll("^.*(/drafts/[^/]+)$", "$1");
    }

    /** The pages on which something is written, with an observation of each kind. */
    private static List<String> written(Visit visit, String draft) {
        List<String> pages = new ArrayList<>();
        for (Step step : List.of(Step.WHAT, Step.WHEN, Step.INDICATORS, Step.IMPACT, Step.CONTACT)) {
            pages.add(draft + "/" + step.code());
        }
        for (int row = 0; row < ObservationFields.KINDS.size(); row++) {
            visit.open(draft + "/observations").page().locator("button[name=kind][value=" + ObservationFields.KINDS.get(row) + "]").click();
            pages.add(draft + "/observations/" + row);
        }
        return pages;
    }

    @Test
    void scriptInEveryTextFieldComesOutAsText() {
        try (Visit visit = operator()) {
            // Given
            Page page = visit.page();
            String draft = begun(visit);
            List<String> pages = written(visit, draft);
            page.onDialog(dialog -> {
                throw new AssertionError("A script ran: " + dialog.message());
            });

            // When
            pages.forEach(path -> {
                visit.open(path).page().evaluate("""
                        ([evil]) => document.querySelectorAll('main input[type=text], main input[type=tel], main input[type=email], main textarea')
                          .forEach(field => field.value = evil)""", List.of(EVIL));
                press(page, "Save and go on");
            });

            // Then
            pages.forEach(path -> {
                Object shown = visit.open(path).page().evaluate("""
                        ([evil]) => [...document.querySelectorAll('main input[type=text], main input[type=tel], main input[type=email], main textarea')]
                          .filter(field => field.value && field.value !== evil).map(field => field.name + ': ' + field.value).join('; ')""", List.of(EVIL));
                assertThat(shown).as(path).isEqualTo("");
                assertThat(page.locator("main img, main script")).hasCount(0);
            });
            visit.open(draft + "/check").sound("draft-check-evil");
            assertThat(page.locator("main img, main script")).hasCount(0);
            assertThat(page.locator("main dd").first()).hasText(EVIL);
            assertThat(page.title()).startsWith("Check and send");
        }
    }

    @Test
    void anAssetIsFoundWhileOneTypes() {
        String serial = "SN-" + UUID.randomUUID();
        As.OPERATOR_A.sends("{\"name\": \"%s <b>bold</b>\", \"kind\": \"time-server\", \"criticality\": 5, \"identifiers\": [{\"kind\": \"serial\", \"value\": \"%s\"}, {\"kind\": \"ip\", \"value\": \"192.0.2.77\"}]}"
                .formatted(title, serial)).put("/api/v1/assets/typed-1");
        As.OPERATOR_B.sends("{\"name\": \"%s of another\", \"kind\": \"time-server\", \"criticality\": 5}".formatted(title)).put("/api/v1/assets/typed-b");
        try (Visit visit = operator()) {
            // Given
            Page page = visit.page();
            String draft = begun(visit);
            visit.open(draft + "/assets");
            Locator found = page.locator("#found-assets li strong");

            // When
            page.focus("#q");
            page.keyboard().type(title);

            // Then
            assertThat(found).hasCount(1);
            assertThat(found).hasText(title + " <b>bold</b>");
            visit.sound("draft-assets-typing");
            for (String other : List.of(serial, "192.0.2.77")) {
                page.fill("#q", "");
                page.keyboard().type(other);
                assertThat(page.locator("#found-assets li").first()).containsText(other);
                assertThat(found.first()).containsText("<b>bold</b>");
            }
            // By the keyboard alone: from the field to the first button below it.
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator("ul[aria-label='Which assets'] li strong")).hasText("typed-1");
            // What the inventory does not know is taken as it is typed, and as what it is said to be.
            page.fill("#q", "Zzz 4711");
            press(page, "Find");
            page.selectOption("#as", "serial");
            press(page, "Add as typed");
            assertThat(page.locator("ul[aria-label='Which assets'] li strong").last()).hasText("Zzz 4711");
            visit.open(draft + "/assets?q=" + "a".repeat(1000)).sound("draft-assets-long");
            assertThat(page.locator("#q")).hasValue("a".repeat(100));
        }
    }

    /** The tabulator alone leads there. */
    private static void reach(Page page, String selector) {
        for (int steps = 0; steps < 80; steps++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("selector => document.activeElement.matches(selector)", selector))) {
                return;
            }
        }
        throw new AssertionError("The tabulator does not lead to " + selector + " on " + page.url());
    }

    private static void go(Page page, String selector, Pattern where) {
        reach(page, selector);
        page.keyboard().press("Enter");
        page.waitForURL(where);
    }

    @Test
    void theKeyboardAloneWritesAndSendsAFullReport() {
        try (Visit visit = operator()) {
            // Given
            Page page = visit.open("/start").page();
            Pattern tasks = Pattern.compile("/drafts/[0-9a-f-]+$");

            // When
            go(page, "form[action='/drafts'] button", tasks);
            go(page, "a[href$='/what']", Pattern.compile("/what$"));
            reach(page, "#f-title");
            page.keyboard().type(title);
            reach(page, "#f-suspectedMalicious");
            page.keyboard().press("Space");
            reach(page, "#f-crossBorder");
            page.keyboard().press("Space");
            go(page, "#draft .govuk-button-group button", tasks);
            go(page, "a[href$='/observations']", Pattern.compile("/observations$"));
            go(page, "button[value=generic]", Pattern.compile("/observations/0$"));
            reach(page, "#f-observations-0-summary");
            page.keyboard().type("A second hand stood still");
            go(page, "#draft .govuk-button-group button", Pattern.compile("/observations$"));
            go(page, "#draft .govuk-button-group button", tasks);
            go(page, "a[href$='/check']", Pattern.compile("/check$"));
            go(page, "form[action$='/send'] button", Pattern.compile("/filed$"));

            // Then
            assertThat(page.locator("h1")).hasText("Report filed");
            page.goBack();
            page.reload();
            assertThat(page.locator("h1")).hasText("Report filed");
            assertThat(Rows.number("select count(*) from report where title = ?", title)).isEqualTo(1);
        }
    }

    @Test
    void noPageOfTheOperatorsCostsMoreThanTwelveStatements() {
        Map<String, String> pages = new LinkedHashMap<>(OperatorPages.made());
        Map<String, Integer> dear = new TreeMap<>();
        try (Visit visit = operator()) {
            // Given
            String draft = begun(visit);
            for (Step step : Step.values()) {
                pages.put("draft-" + step.code(), draft + "/" + step.code());
            }
            pages.put("draft", draft);
            pages.put("draft-found", draft + "/assets/found?q=Zzz");

            // When
            pages.forEach((name, path) -> {
                int cost = Statements.leastOf(() -> visit.open(path)).roundTrips();
                if (cost > 12) {
                    dear.put(name, cost);
                }
            });
        }

        // Then
        assertThat(dear).isEmpty();
    }

    @Test
    void whatAnotherSiteSendsIsRefused() {
        try (Visit visit = operator()) {
            // Given
            String draft = begun(visit);
            String address = home.toString().replaceAll("/$", "");
            Page page = visit.page();
            page.route("https://evil.example/**", route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setContentType("text/html")
                    .setBody("<form method=post action='" + address + draft + "/what'><input name='/title' value='" + title + "'><button>go</button></form>")));

            // When
            page.navigate("https://evil.example/");
            page.locator("button").click();

            // Then
            assertThat(page.locator("body")).not().containsText(title);
            assertThat(Rows.number("select count(*) from draft where strpos(encode(typed, 'escape'), ?) > 0", title)).isZero();
        }
    }
}
