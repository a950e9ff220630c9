package org.tocsin.question;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
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

/** An operator answers about fields of its report without knowing how they are sent. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class FieldAnswersTest {

    @TestHTTPResource("/")
    String home;

    private static Locator question(Visit visit, String id) {
        return visit.page().locator("[id='question-" + id + "']");
    }

    private static void answer(Visit visit, String id, String button) {
        question(visit, id).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    @Test
    void whatIsAskedIsChosenTypedOrFilledInWhereTheReportIs() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A, Drafts.about("ntp-1"));
        Inquiry inquiry = Inquiry.about(report);
        String ongoing = inquiry.askedAbout("/ongoing");
        String aware = inquiry.askedAbout("/awareAt");
        String assets = inquiry.askedAbout("/assets");
        String mail = inquiry.askedAbout("/contact/email");
        try (Visit operator = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.OPERATOR_A).open("/reports/" + report.reference())) {
            assertThat(operator.page().locator("main")).not().containsText("/ongoing");
            assertThat(operator.page().locator("main")).not().containsText("/assets");
            operator.sound("questions-fields");

            // When, Then
            question(operator, ongoing).getByLabel("Yes").check();
            answer(operator, ongoing, "Answer");
            assertThat(question(operator, ongoing)).containsText("in revision 2");

            operator.page().locator("[id='answer-" + aware + "']").fill("2026-10-25");
            operator.page().locator("[id='answer-" + aware + "-time']").fill("02:30");
            operator.page().locator("[id='answer-" + aware + "-zone']").selectOption("Europe/Berlin");
            answer(operator, aware, "Answer");
            assertThat(operator.page().getByRole(AriaRole.ALERT)).containsText("The clocks in Berlin showed this hour twice");
            assertThat(operator.page().locator("[id='answer-" + aware + "-zone']")).hasValue("Europe/Berlin");
            operator.page().locator("[id='answer-" + aware + "-time']").fill("00:30");
            operator.page().locator("[id='answer-" + aware + "-zone']").selectOption("UTC");
            answer(operator, aware, "Answer");
            assertThat(question(operator, aware)).containsText("25 Oct 2026, 00:30:00 UTC");

            operator.page().locator("[id='answer-" + mail + "']").fill("duty at example");
            answer(operator, mail, "Answer");
            assertThat(operator.page().getByRole(AriaRole.ALERT)).isVisible();
            assertThat(operator.page().locator("[id='answer-" + mail + "']")).hasValue("duty at example");

            assertThat(question(operator, assets)).containsText("Fill them in under");
            answer(operator, assets, "The report says it now");
            assertThat(question(operator, assets)).containsText("in revision 3");
            operator.sound("questions-fields-answered", List.of("422"));
        }
    }
}
