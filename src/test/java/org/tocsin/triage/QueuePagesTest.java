package org.tocsin.triage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.StackResource;
import org.tocsin.local.Statements;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.Visit;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;

/** The queue in a real browser: filters, claims, views, news, keys. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class QueuePagesTest {


    @TestHTTPResource("/")
    String home;
    @BeforeEach
    void close() {
        Desk.closeOwn();
    }

    private static FiledReport file(String severity, String title) {
        return FiledReport.by(As.OPERATOR_A, Drafts.ofSeverity(severity).put("title", title));
    }

    /** As a second of work leaves it: some held, one by telephone, one on its way back, several severities. */
    private static void aMorning() throws Exception {
        Desk.act(As.LIAISON_2, file("high", "Grandmaster of the control network changed without an order"), "claim", 1);
        Desk.act(As.LIAISON_1, file("medium", "Holdover since the antenna was moved"), "claim", 1);
        FiledReport.by(As.OPERATOR_A, Drafts.ofSeverity("critical").put("title", "GNSS spoofing at the north station")
                .put("suspectedMalicious", "yes").put("ongoing", true).put("tlp", "TLP:RED"));
        Desk.grade(As.LIAISON_1, file("low", "Telephone of a shift lead lost, found again with another lock"), 1, "high");
        file("info", "Leap second file expires next month");
        FiledReport.of(As.LIAISON_1.sends(Json.MAPPER.readTree("""
                {"organisation": "%s", "calledAt": "2026-11-23T03:20:00Z",
                 "caller": {"name": "Ada Winter", "role": "Shift lead", "number": "+49 30 5550100"},
                 "statements": [{"at": "2026-11-23T03:21:00Z", "said": "Both time servers jumped."}],
                 "submission": {"title": "Time of two servers disagrees", "awareAt": "2026-11-23T03:15:00Z",
                                "suspectedMalicious": "unknown", "crossBorder": "unknown"}}""".formatted(TestOrganisation.A.id()))).post("/api/v1/behalf"));
    }

    private static Locator row(Visit visit, FiledReport report) {
        return visit.page().locator("tbody tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText(report.reference()));
    }

    @Test
    void itShowsWhatIsMineOrNobodysAndCostsFewStatements() throws Exception {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.LIAISON_1)) {
            // Given
            aMorning();

            // When
            Statements cost = Statements.leastOf(() -> visit.open(Desk.ownQueue(As.OPERATOR_A)));

            // Then
            visit.says("Filed by telephone");
            visit.saysNot("Grandmaster of the control network");
            assertThat(visit.page().locator("tbody tr")).hasCount(5);
            assertThat(visit.page().locator(".tocsin-counts")).containsText(Pattern.compile("[0-9]+ open"));
            assertThat(visit.page().locator("tbody tr").first()).containsText("GNSS spoofing");
            assertThat(visit.page().locator("tbody tr").first()).containsText("Goes on Attack suspected");
            assertThat(visit.page().locator("tbody tr").first()).containsText("noticed");
            visit.sound("queue-morning");
            assertThat(cost.roundTrips()).as(cost.texts().toString()).isPositive().isLessThanOrEqualTo(12);
        }
    }

    @Test
    void filtersStandInTheAddressAndTheViewIsKeptByName() throws Exception {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.LIAISON_1); Visit other = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.LIAISON_2)) {
            // Given
            aMorning();
            visit.open(Desk.ownQueue(As.OPERATOR_A));

            // When
            visit.page().getByLabel("Held by").selectOption("anyone");
            visit.page().locator("summary", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Severity")).click();
            visit.page().getByLabel("Critical", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true)).check();
            visit.page().getByLabel("High", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true)).check();
            visit.sound("queue-filtering");
            visit.press("Filter");

            // Then
            assertThat(visit.page().locator("tbody tr")).hasCount(3);
            assertThat(visit.page().url()).contains("holder=anyone").contains("severity=critical").contains("severity=high");
            visit.page().getByLabel("Save this view as").fill("Bad ones");
            visit.press("Save view");
            assertThat(visit.page().locator(".tocsin-views [aria-current]")).hasText("Bad ones");
            visit.sound("queue-view-saved");
            other.open(Desk.ownQueue(As.OPERATOR_A));
            other.saysNot("Bad ones");
            visit.open(Desk.ownQueue(As.OPERATOR_A));
            visit.follow("Bad ones");
            assertThat(visit.page().locator("tbody tr")).hasCount(3);
            visit.page().getByText("Your saved views").click();
            visit.page().getByText("Delete the view Bad ones").click();
            visit.saysNot("Bad ones");
        }
    }

    @Test
    void aWordThatIsNoneIsRefusedAndWordsAreFound() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.LIAISON_1)) {
            // Given
            FiledReport wanted = file("low", "Zirconium oscillator drifts");
            FiledReport unwanted = file("low", "Something else");

            // When
            visit.open(Desk.ownQueue(As.OPERATOR_A) + "&text=zirc");

            // Then
            assertThat(row(visit, wanted)).hasCount(1);
            assertThat(row(visit, unwanted)).hasCount(0);
            visit.open("/triage?text=" + unwanted.reference());
            assertThat(row(visit, unwanted)).hasCount(1);
            visit.open("/triage?severity=terrible").sound("queue-refused", List.of("400"));
        }
    }

    @Test
    void severalAreClaimedAtOnceAndEachIsToldOf() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.LIAISON_1)) {
            // Given
            FiledReport first = file("high", "First");
            FiledReport second = file("high", "Second");
            FiledReport gone = file("high", "Third");
            FiledReport changed = file("high", "Fourth");
            visit.open(Desk.ownQueue(As.OPERATOR_A));
            Desk.act(As.LIAISON_2, gone, "claim", 1);
            Desk.grade(As.LIAISON_2, changed, 1, "low");
            visit.page().locator("tbody .tocsin-pick").all().forEach(Locator::check);
            assertThat(visit.page().locator("[data-chosen]")).hasText("4 chosen");

            // When
            visit.press("Claim the chosen");

            // Then
            Locator results = visit.page().locator("#claimed");
            assertThat(results).containsText("2 of 4 claimed");
            assertThat(results).containsText(first.reference() + " is yours");
            assertThat(results).containsText(second.reference() + " is yours");
            assertThat(results).containsText(gone.reference() + " was not claimed: " + As.LIAISON_2.user() + " has held it since");
            assertThat(results).containsText(changed.reference() + " was not claimed: it has changed since you saw it");
            visit.sound("queue-claimed");
        }
    }

    @Test
    void severalAreClaimedWithoutAScriptToo() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN.withoutScript()).signIn(As.LIAISON_2)) {
            // Given
            FiledReport report = file("high", "First");
            visit.open(Desk.ownQueue(As.OPERATOR_A));
            assertThat(visit.page().getByText("Keyboard shortcuts").first()).isHidden();

            // When
            row(visit, report).locator(".tocsin-pick").check();
            visit.press("Claim the chosen");

            // Then
            assertThat(visit.page().locator("#claimed")).containsText(report.reference() + " is yours");
        }
    }

    @Test
    void whatComesIsAnnouncedAndMovesNothing() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.LIAISON_1)) {
            // Given
            FiledReport shown = file("low", "Shown already");
            visit.open(Desk.ownQueue(As.OPERATOR_A));
            double before = row(visit, shown).boundingBox().y;

            // When
            FiledReport come = file("critical", "Just come in");
            file("critical", "And another");
            visit.page().evaluate("document.body.dispatchEvent(new Event('look'))");

            // Then
            assertThat(visit.page().locator(".tocsin-queue-watch")).containsText("2 new since you opened this view");
            assertThat(row(visit, come)).hasCount(0);
            assertThat(row(visit, shown).boundingBox().y).isEqualTo(before);
            visit.sound("queue-new");
            visit.follow("Show them");
            assertThat(row(visit, come)).hasCount(1);
            visit.page().evaluate("document.body.dispatchEvent(new Event('look'))");
            assertThat(visit.page().locator(".tocsin-queue-watch")).hasText("");
        }
    }

    @Test
    void theKeysDoTheWorkAndCanBeSwitchedOff() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.LIAISON_1)) {
            // Given
            FiledReport first = file("critical", "First");
            FiledReport second = file("low", "Second");
            visit.open(Desk.ownQueue(As.OPERATOR_A)).ready();

            // When
            visit.page().keyboard().press("j");
            visit.page().keyboard().press("j");
            visit.page().keyboard().press("x");
            visit.page().keyboard().press("c");

            // Then
            assertThat(visit.page().locator("#claimed")).containsText(second.reference() + " is yours");
            visit.ready().page().keyboard().press("?");
            assertThat(visit.page().locator("dialog")).isVisible();
            visit.sound("queue-keys");
            visit.page().getByLabel("Use single keys in this browser").uncheck();
            visit.press("Close");
            visit.open(Desk.ownQueue(As.OPERATOR_A)).ready();
            visit.page().keyboard().press("j");
            visit.page().keyboard().press("o");
            visit.page().keyboard().press("?");
            assertThat(visit.page().locator("dialog")).isHidden();
            assertThat(visit.page().url()).endsWith(Desk.ownQueue(As.OPERATOR_A));
            assertThat(row(visit, first)).hasCount(1);
        }
    }

    @Test
    void aShiftIsHandedOver() {
        try (Visit leaving = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.LIAISON_1); Visit coming = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.LIAISON_2)) {
            // Given
            FiledReport report = file("high", "Half done");
            Desk.act(As.LIAISON_1, report, "claim", 1);
            leaving.open("/triage");
            leaving.page().getByText("Hand over your shift").click();
            leaving.page().getByLabel("What the next one must know").fill("The north station is called back at six.");
            leaving.press("Offer what I hold");
            leaving.says("You go off shift");

            // When
            coming.open("/triage").sound("queue-handover");
            coming.press("Take over from " + As.LIAISON_1.user());

            // Then
            assertThat(coming.page().locator("#claimed")).containsText(report.reference() + " is yours");
            coming.open("/reports/" + report.reference());
            coming.says("Handed over by " + As.LIAISON_1.user() + ": The north station is called back at six.");
        }
    }
}
