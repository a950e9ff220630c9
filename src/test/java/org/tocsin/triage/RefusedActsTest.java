package org.tocsin.triage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.StackResource;
import org.tocsin.local.Visit;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;

/** What a report's page does when an act on it is refused: nothing, and what was typed is still there. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RefusedActsTest {

    @TestHTTPResource("/")
    String home;

    private Visit at(FiledReport report, String user) {
        return Chromium.visit(home, Visit.Wish.PLAIN).signIn(user).open("/reports/" + report.reference());
    }

    private static void isRefused(Visit visit) {
        assertThat(visit.page().getByRole(AriaRole.ALERT)).isVisible();
    }

    @Test
    void anUngradedReportIsNotGradedByAccident() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A, Drafts.ofSeverity("low"));
        try (Visit liaison = at(report, As.LIAISON_1.user())) {
            liaison.page().getByLabel("How sure you are").selectOption("moderate");

            // When
            liaison.press("Set assessment");

            // Then
            assertThat(liaison.page().getByRole(AriaRole.ALERT)).containsText("Choose a severity.");
            assertThat(liaison.page().locator("#confidence")).hasValue("moderate");
            assertThat(As.LIAISON_1.asks().get(report.url()).<String>path("liaison.severity")).isNull();
            liaison.page().getByLabel("Severity, in your view").selectOption("high");
            liaison.press("Set assessment");
            assertThat(liaison.page().locator(".tocsin-head")).containsText("High");
            assertThat(liaison.page().locator("#severity")).hasValue("high");
        }
    }

    @Test
    void aReasonForARejectionIsWrittenOnce() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        try (Visit liaison = at(report, As.LIAISON_1.user())) {
            Desk.grade(As.LIAISON_2, report, 1, "low");
            liaison.page().getByText("Reject it").click();
            liaison.page().locator("#reject-reason").fill("An exercise, \"announced\" <before>");

            // When
            liaison.press("Reject");

            // Then
            isRefused(liaison);
            assertThat(liaison.page().locator("#reject-reason")).isVisible();
            assertThat(liaison.page().locator("#reject-reason")).hasValue("An exercise, \"announced\" <before>");
            assertThat(liaison.page().locator("#merge-reason")).hasValue("");
            liaison.sound("report-act-refused", List.of("409"));
            liaison.press("Reject");
            assertThat(liaison.page().locator(".tocsin-head")).containsText("Rejected");
        }
    }

    @Test
    void aQuestionIsWrittenOnce() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        Desk.act(As.LIAISON_1, report, "claim", 1);
        try (Visit liaison = at(report, As.LIAISON_1.user())) {
            Desk.grade(As.LIAISON_1, report, 2, "low");
            liaison.page().getByLabel("Question", new Page.GetByLabelOptions().setExact(true)).fill("Who was on the mast?");
            liaison.page().getByLabel("Note for liaisons and auditors").fill("Two neighbours see the same");

            // When
            liaison.press("Ask");

            // Then
            isRefused(liaison);
            assertThat(liaison.page().locator("#question-text")).hasValue("Who was on the mast?");
            assertThat(liaison.page().locator("#question-note")).hasValue("Two neighbours see the same");
        }
    }

    @Test
    void anOperatorsWordsAreKeptToo() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        try (Visit operator = at(report, As.OPERATOR_A.user())) {
            String tooLong = "The offset was set by hand. ".repeat(80);
            operator.page().evaluate("document.querySelector('#ask-reason').removeAttribute('maxlength')");
            operator.page().locator("#ask-reason").fill(tooLong);

            // When
            operator.press("Ask for withdrawal");

            // Then
            isRefused(operator);
            assertThat(operator.page().locator("#ask-reason")).hasValue(tooLong);
        }
    }

    @Test
    void aNoteAndALinkAreWrittenOnce() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        try (Visit liaison = at(report, As.LIAISON_1.user())) {
            liaison.page().getByText("Link it with another report").click();
            liaison.page().locator("#link-with").fill(report.reference());
            liaison.page().locator("#link-kind").selectOption("same-attacker");
            liaison.page().locator("#link-reason").fill("The same address");

            // When
            liaison.press("Link");

            // Then
            isRefused(liaison);
            assertThat(liaison.page().locator("#link-with")).hasValue(report.reference());
            assertThat(liaison.page().locator("#link-kind")).hasValue("same-attacker");
            assertThat(liaison.page().locator("#link-reason")).isVisible();
            assertThat(liaison.page().locator("#link-reason")).hasValue("The same address");
            liaison.page().evaluate("document.querySelector('#note').removeAttribute('maxlength')");
            liaison.page().locator("#note").fill("x".repeat(4001));
            liaison.press("Keep note");
            isRefused(liaison);
            assertThat(liaison.page().locator("#note")).hasValue("x".repeat(4001));
            assertThat(liaison.page().locator("#link-reason")).hasValue("");
        }
    }

    @Test
    void aCallBackAboutAWithdrawalIsOfNow() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        As.OPERATOR_A.sends("{\"reason\": \"An exercise\"}").post(report.url() + "/withdrawal");
        try (Visit liaison = at(report, As.LIAISON_1.user())) {
            liaison.page().locator("#called").fill("the usual");
            liaison.page().locator("#answered-by").fill("R. Keeper");

            // When
            liaison.press("They confirmed it just now");

            // Then
            isRefused(liaison);
            assertThat(liaison.page().locator("#called")).hasValue("the usual");
            assertThat(liaison.page().locator("#answered-by")).hasValue("R. Keeper");
            liaison.page().locator("#called").fill("+44 20 7946 0123");
            liaison.press("They confirmed it just now");
            liaison.says("Called +44 20 7946 0123 and spoke to R. Keeper.");
        }
    }
}
