package org.tocsin.triage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.delivery.StuckDelivery;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.Await;
import org.tocsin.local.StackResource;
import org.tocsin.local.Visit;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;
import org.tocsin.report.Revising;

/** A release with a second look, what does not arrive, and notes, in a real browser. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ReleasePagesTest {

    private static final String LOOK = "Look, then release";

    @TestHTTPResource("/")
    String home;

    /** Delivered once, then corrected and claimed again. */
    private static FiledReport corrected() {
        FiledReport report = FiledReport.by(As.OPERATOR_A, Drafts.ofSeverity("medium").put("title", "Offset grows on both servers"));
        Desk.act(As.LIAISON_1, report, "claim", 1);
        Desk.act(As.LIAISON_1, report, "release", 2);
        Await.until("acknowledgement", () -> As.LIAISON_1.asks().get(report.url()).path("state").equals("acknowledged"));
        Revising.with(As.OPERATOR_A, "*", Drafts.ofSeverity("critical").put("title", "Offset grows on both servers")
                .put("description", "Now 4 ms, and the third server follows.")).post(report.url() + "/revisions");
        Desk.act(As.LIAISON_1, report, "claim", As.LIAISON_1.asks().get(report.url()).path("version"));
        Desk.grade(As.LIAISON_1, report, As.LIAISON_1.asks().get(report.url()).path("version"), "high");
        return report;
    }

    @Test
    void aReleaseShowsWhatIsSentAndWhatIsNewBeforeItIsConfirmed() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.LIAISON_1)) {
            // Given
            FiledReport report = corrected();
            visit.open("/reports/" + report.reference());

            // When
            visit.press(LOOK);
            visit.says("Got revision 1 last");
            visit.says("was “Medium” and is now “Critical”");
            assertThat(visit.page().locator("pre").first()).containsText("\"description\" : \"Now 4 ms, and the third server follows.\"");
            String digest = visit.page().locator("input[name=document]").inputValue();
            visit.sound("release-look");
            visit.press("Confirm release");

            // Then
            visit.page().getByRole(AriaRole.HEADING, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Deliveries")).waitFor();
            assertThat(As.LIAISON_1.asks().get(report.url() + "/deliveries").jsonPath().getList("documentSha256")).contains(digest);
        }
    }

    @Test
    void whoLookedAtSomethingElseIsTold() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.LIAISON_1)) {
            // Given
            FiledReport report = FiledReport.by(As.OPERATOR_A);
            Desk.act(As.LIAISON_1, report, "claim", 1);
            visit.open("/reports/" + report.reference());
            visit.press(LOOK);
            Desk.grade(As.LIAISON_1, report, 2, "low");

            // When
            visit.press("Confirm release");

            // Then
            assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("The report is at version 3, you acted on 2");
            assertThat(As.LIAISON_1.asks().get(report.url() + "/deliveries").asString()).isEqualTo("[]");
            visit.sound("release-refused", List.of("409"));
        }
    }

    @Test
    void aReportIsClaimedAndReleasedWithoutAScript() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN.withoutScript()).signIn(As.LIAISON_1)) {
            // Given
            FiledReport report = FiledReport.by(As.OPERATOR_A);
            visit.open("/reports/" + report.reference());

            // When
            visit.press("Claim");
            visit.press(LOOK);
            visit.says("It has got nothing of this report yet");
            visit.press("Confirm release");

            // Then
            assertThat(As.LIAISON_1.asks().get(report.url() + "/deliveries").jsonPath().getList("destination")).containsExactly("national-cert");
        }
    }

    @Test
    void whatDoesNotArriveIsGivenUpOrTriedAgain() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.LIAISON_1)) {
            // Given
            StuckDelivery stuck = StuckDelivery.waiting();
            visit.open("/reports/" + stuck.report().reference());
            visit.says("The destination answered 503: Back at noon.");
            visit.page().getByText("Give it up").click();
            visit.page().getByLabel("Why nothing more is sent to").fill("Told on the telephone");
            visit.sound("delivery-stuck");

            // When
            visit.press("Give up this delivery");
            visit.says("given up: Told on the telephone");
            visit.press("Try again now");

            // Then
            stuck.arrives();
        }
    }

    @Test
    void aNoteIsForOurSide() {
        try (Visit liaison = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.LIAISON_1); Visit operator = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.OPERATOR_A)) {
            // Given
            FiledReport report = FiledReport.by(As.OPERATOR_A);
            liaison.open("/reports/" + report.reference());

            // When
            liaison.page().getByLabel("Write a note").fill("Spoke to the night shift:\nthe antenna was moved at 22:10.");
            liaison.press("Keep note");

            // Then
            assertThat(liaison.page().locator(".tocsin-note")).containsText("the antenna was moved at 22:10.");
            liaison.sound("notes");
            operator.open("/reports/" + report.reference());
            operator.saysNot("antenna");
            operator.saysNot("Internal notes");
        }
    }

    @Test
    void twoRevisionsAreComparedAndThePartsAreFoundByTheirNames() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.LIAISON_2)) {
            // Given
            FiledReport report = corrected();
            visit.open("/reports/" + report.reference()).sound("report-corrected");
            visit.page().locator(".tocsin-jump").getByText("Revisions").click();

            // When
            visit.press("Compare");

            // Then
            visit.says("From revision 1 to 2");
            visit.says("Now 4 ms, and the third server follows.");
            visit.sound("revisions-compared");
        }
    }
}
