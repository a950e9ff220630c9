package org.tocsin.triage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.Visit;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;

/** What liaison and operator ask, answer and confirm on a report's page, in a real browser. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ConversationPagesTest {


    @TestHTTPResource("/")
    URL home;

    private Visit visit(String user) {
        return Chromium.visit(home).signIn(user);
    }

    @Test
    void aLiaisonAsksAndTheOperatorAnswers() {
        try (Visit liaison = visit(As.LIAISON_1.user()); Visit operator = visit(As.OPERATOR_A.user())) {
            // Given
            FiledReport report = FiledReport.by(As.OPERATOR_A, Drafts.ofSeverity("low"));
            String page = "/reports/" + report.reference();
            liaison.open(page);
            liaison.press("Claim");

            // When
            liaison.page().getByLabel("Question", new Page.GetByLabelOptions().setExact(true)).fill("How bad is it?");
            liaison.page().getByLabel("Field that it is about").selectOption("/severity");
            liaison.page().locator("#question-by").fill("2031-11-23");
            liaison.page().locator("#question-by-time").fill("12:00");
            liaison.page().locator("#question-by-zone").selectOption("Europe/Berlin");
            liaison.page().getByLabel("The operator owes an answer").uncheck();
            liaison.page().getByLabel("Note for liaisons and auditors").fill("Two neighbours see the same");
            liaison.press("Ask");
            assertThat(liaison.page().locator(".tocsin-question")).containsText("Two neighbours see the same");
            assertThat(liaison.page().locator(".tocsin-question")).containsText("23 Nov 2031, 11:00:00 UTC");
            assertThat(liaison.page().locator(".tocsin-question")).containsText("Answer owedNo");
            liaison.sound("questions-liaison");
            operator.open(page);
            assertThat(operator.page().locator(".tocsin-question")).containsText("CERT liaison asked");
            assertThat(operator.page().locator("main")).not().containsText("liaison-1");
            assertThat(operator.page().locator("main")).not().containsText("neighbours");
            operator.sound("questions-operator");
            assertThat(operator.page().locator(".tocsin-question")).not().containsText("/severity");
            operator.press("Answer");
            assertThat(operator.page().getByRole(AriaRole.ALERT)).containsText("Answer the question");
            operator.sound("questions-refused", List.of("422"));
            operator.page().getByLabel("High", new Page.GetByLabelOptions().setExact(true)).check();
            operator.press("Answer");

            // Then
            assertThat(operator.page().locator(".tocsin-question")).containsText("in revision 2");
            operator.sound("questions-answered");
            liaison.open(page);
            assertThat(liaison.page().locator(".tocsin-timeline")).containsText("Question answered, in revision 2");
            assertThat(liaison.page().locator(".tocsin-head")).containsText("In triage");
        }
    }

    @Test
    void aLiaisonTakesAQuestionBack() {
        try (Visit liaison = visit(As.LIAISON_1.user())) {
            // Given
            FiledReport report = FiledReport.by(As.OPERATOR_A);
            Desk.act(As.LIAISON_1, report, "claim", 1);
            As.LIAISON_1.sends("{\"version\": 2, \"text\": \"Who was there?\"}").post(report.url() + "/questions");
            liaison.open("/reports/" + report.reference());

            // When
            liaison.page().getByLabel("Why it is no longer asked").fill("Told by telephone");
            liaison.press("Take the question back");

            // Then
            assertThat(liaison.page().locator(".tocsin-question")).containsText("Told by telephone");
            assertThat(liaison.page().locator(".tocsin-timeline li").last()).containsText(As.LIAISON_1.user() + ", shown to the operator as CERT liaison");
            assertThat(liaison.page().locator(".tocsin-timeline")).not().containsText("Whose act");
            assertThat(liaison.page().locator(".tocsin-head")).containsText("In triage");
        }
    }

    @Test
    void theOperatorConfirmsWhatWasTakenOnTheTelephone() throws Exception {
        try (Visit liaison = visit(As.LIAISON_1.user()); Visit operator = visit(As.OPERATOR_A.user())) {
            // Given
            FiledReport report = FiledReport.of(As.LIAISON_1.sends(Json.MAPPER.readTree("""
                    {"organisation": "%s", "calledAt": "2026-11-23T03:20:00Z",
                     "caller": {"name": "Ada Winter", "role": "Shift lead", "number": "+49 30 5550100"},
                     "statements": [{"at": "2026-11-23T03:21:00Z", "said": "Both time servers jumped."}],
                     "submission": {"title": "Time of two servers disagrees", "awareAt": "2026-11-23T03:15:00Z",
                                    "suspectedMalicious": "unknown", "crossBorder": "unknown"}}""".formatted(TestOrganisation.A.id()))).post("/api/v1/behalf"));
            String page = "/reports/" + report.reference();
            liaison.open(page).sound("behalf-liaison");
            assertThat(liaison.page().locator("main")).containsText("+49305550100");
            operator.open(page).sound("behalf-operator");
            assertThat(operator.page().locator("main")).containsText("Taken on the telephone from Ada Winter by the CERT liaison");
            assertThat(operator.page().locator("main")).not().containsText("5550100");
            operator.press("Send");
            assertThat(operator.page().getByRole(AriaRole.ALERT)).containsText("required");

            // When
            operator.page().getByLabel("Yes, it is right").check();
            operator.press("Send");

            // Then
            assertThat(operator.page().locator("main")).containsText("The operator has confirmed it");
            operator.sound("behalf-confirmed", List.of("422"));
            liaison.open(page);
            assertThat(liaison.page().locator(".tocsin-timeline")).containsText("The operator confirmed what was taken on the telephone");
        }
    }
}
