package org.tocsin.triage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.StackResource;
import org.tocsin.local.Visit;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;

/** Merging, linking and rejecting in a real browser. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class IncidentPagesTest {


    @TestHTTPResource("/")
    String home;
    private static FiledReport file(As sender, String severity, String title) {
        return FiledReport.by(sender, Drafts.ofSeverity(severity).put("title", title));
    }

    private static Locator row(Visit visit, FiledReport report) {
        return visit.page().locator("tbody tr", new Page.LocatorOptions().setHasText(report.reference()));
    }

    private static void unfold(Visit visit, String summary) {
        visit.page().locator("summary", new Page.LocatorOptions().setHasText(summary)).click();
    }

    @Test
    void severalRowsAreMergedAfterALookAtWhatBecomesOfEach() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.LIAISON_1)) {
            // Given
            String word = "q" + UUID.randomUUID().toString().substring(0, 8);
            FiledReport lead = file(As.OPERATOR_A, "critical", "Both time servers jumped by 40 ms, " + word);
            FiledReport same = file(As.SENSOR_A, "high", "Offset of ntp1 beyond its limit, " + word);
            FiledReport others = file(As.OPERATOR_B, "high", "Billing lost traceability, " + word);
            FiledReport taken = file(As.OPERATOR_B, "low", "Antenna of the north station, " + word);
            visit.open("/triage?text=" + word);
            List.of(lead, same, others, taken).forEach(report -> row(visit, report).locator(".tocsin-pick").check());
            Desk.act(As.LIAISON_2, taken, "claim", 1);

            // When
            visit.press("Merge the chosen");
            visit.says("Merge 2 reports into " + lead.reference());
            assertThat(row(visit, same)).containsText("its operator reads why");
            assertThat(row(visit, others)).containsText("its operator learns nothing of it");
            assertThat(row(visit, taken)).containsText("Stays out: " + As.LIAISON_2.user() + " holds it.");
            visit.sound("merge-look");
            visit.press("Merge");
            assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("Say why they belong together");
            visit.page().locator("#reason").fill("All three follow the same GNSS signal.");
            visit.page().locator("#told").fill("Your sensor and your shift report the same fault.");
            visit.sound("merge-look-refused", List.of("422"));
            visit.press("Merge");

            // Then
            assertThat(visit.page().locator("#merged")).containsText("2 of 3 merged");
            assertThat(visit.page().locator("#merged")).containsText(taken.reference() + " was not merged: " + As.LIAISON_2.user() + " has held it since");
            assertThat(row(visit, lead)).containsText("2 more handled with it");
            visit.sound("queue-merged");
            visit.open(Desk.ownQueue(As.OPERATOR_B) + "&holder=anyone");
            assertThat(row(visit, taken)).hasCount(1);
            assertThat(row(visit, others)).hasCount(0);
            visit.open("/reports/" + others.reference());
            visit.says("Its operator sees a report in triage, and nothing of the other.");
            visit.says("All three follow the same GNSS signal.");
            visit.sound("report-of-an-incident");
        }
    }

    @Test
    void aReportIsMergedIntoAnotherOperatorsAndTakenOutAgainWithoutAScript() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN.withoutScript()).signIn(As.LIAISON_1); Visit operator = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.OPERATOR_B)) {
            // Given
            FiledReport lead = file(As.OPERATOR_A, "critical", "Both time servers jumped by 40 ms");
            FiledReport part = file(As.OPERATOR_B, "high", "Billing lost traceability");
            visit.open("/reports/" + part.reference());

            // When
            unfold(visit, "Handle it with another report");
            visit.page().locator("#merge-into").fill("TOC-0000-0000-0");
            visit.page().locator("#merge-reason").fill("The same signal");
            visit.press("Merge");
            assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("There is no report of this reference.");
            visit.page().locator("#merge-into").fill(lead.reference());
            assertThat(visit.page().locator("#merge-reason")).hasValue("The same signal");
            visit.press("Merge");

            // Then
            visit.says("Handled with " + lead.reference());
            operator.open("/reports/" + part.reference());
            operator.says("In triage");
            operator.saysNot(lead.reference());
            operator.saysNot("one incident");
            operator.saysNot("The same signal");
            unfold(visit, "Handle it by itself again");
            visit.page().locator("#unmerge-reason").fill("Two antennas, two faults");
            visit.press("Unmerge");
            visit.saysNot("Handled as one incident");
            assertThat(Desk.queue()).contains(part.id());
        }
    }

    @Test
    void twoReportsAreLinkedAndNoMoreAndOnlyOurSideSeesIt() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.LIAISON_2); Visit operator = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.OPERATOR_A); Visit auditor = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.AUDITOR)) {
            // Given
            FiledReport one = file(As.OPERATOR_A, "medium", "Holdover since the antenna was moved");
            FiledReport other = file(As.OPERATOR_B, "medium", "No GNSS since Sunday");
            visit.open("/reports/" + one.reference());

            // When
            unfold(visit, "Link it with another report");
            visit.page().locator("#link-with").fill(other.reference());
            visit.page().locator("#link-kind").selectOption("same-weakness");
            visit.page().locator("#link-reason").fill("The same receiver, the same firmware <b>2.1</b>");
            visit.press("Link");

            // Then
            visit.says("The same receiver, the same firmware <b>2.1</b>");
            visit.sound("report-linked");
            auditor.open("/reports/" + other.reference());
            auditor.says(one.reference());
            assertThat(auditor.page().locator("form[action$='/links']")).hasCount(0);
            operator.open("/reports/" + one.reference());
            operator.saysNot(other.reference());
            operator.saysNot("Linked");
            visit.press("Remove the link with " + other.reference());
            visit.saysNot("Same weakness, the same");
            assertThat(visit.page().locator("form[action$='/remove']")).hasCount(0);
        }
    }

    @Test
    void ofTwoWhoDecideAtOnceTheSecondIsToldByWhomAndSeesTheNewerState() {
        try (Visit first = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.LIAISON_1); Visit second = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.LIAISON_2)) {
            // Given
            FiledReport lead = file(As.OPERATOR_A, "critical", "Both time servers jumped by 40 ms");
            FiledReport part = file(As.OPERATOR_B, "high", "Billing lost traceability");
            second.open("/reports/" + part.reference());
            first.open("/reports/" + part.reference());
            unfold(first, "Handle it with another report");
            first.page().locator("#merge-into").fill(lead.reference());
            first.page().locator("#merge-reason").fill("The same signal");
            first.press("Merge");
            first.says("Handled with " + lead.reference());

            // When
            unfold(second, "Reject it");
            second.page().locator("#reject-reason").fill("No incident");
            second.press("Reject");

            // Then
            assertThat(second.page().getByRole(AriaRole.ALERT)).containsText(As.LIAISON_1.user() + " has held it since");
            second.says("Handled with " + lead.reference());
            second.sound("merged-meanwhile", List.of("409"));
        }
    }

    @Test
    void whatIsRejectedSaysWhyToItsOperator() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.LIAISON_1); Visit operator = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.OPERATOR_A)) {
            // Given
            FiledReport report = file(As.OPERATOR_A, "info", "Exercise");
            visit.open("/reports/" + report.reference());

            // When
            unfold(visit, "Reject it");
            visit.page().locator("#reject-reason").fill("This was the exercise of 12 November.");
            visit.press("Reject");

            // Then
            visit.says("Rejected");
            visit.sound("report-rejected");
            operator.open("/reports/" + report.reference());
            operator.says("This was the exercise of 12 November.");
        }
    }

    @Test
    void otherRolesAndOtherSitesMergeNothing() {
        try (Visit auditor = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.AUDITOR); Visit liaison = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.LIAISON_1)) {
            FiledReport report = file(As.OPERATOR_A, "info", "Exercise");

            auditor.open("/triage/merge?row=" + report.reference());
            assertThat(auditor.page().getByRole(AriaRole.HEADING)).hasText("You cannot do this here");
            for (String path : List.of("triage/merge", "triage/" + report.reference() + "/merge", "reports/" + report.reference() + "/links")) {
                assertThat(liaison.page().request().post(home + path, com.microsoft.playwright.options.RequestOptions.create()
                        .setHeader("Origin", "https://elsewhere.example").setHeader("Sec-Fetch-Site", "cross-site")
                        .setHeader("Content-Type", "application/x-www-form-urlencoded").setData("version=1")).status()).as(path).isEqualTo(403);
            }
        }
    }
}
