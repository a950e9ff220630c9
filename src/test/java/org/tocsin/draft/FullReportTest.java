package org.tocsin.draft;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.local.Visit.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Visit;
import org.tocsin.report.FiledReport;

/** The full report, written task by task; its next stage; its files. In a real browser. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class FullReportTest {

    private static final int MOST = 25 * 1024 * 1024;

    @TestHTTPResource("/")
    URL home;

    private final String title = "Grandmaster " + UUID.randomUUID();

    @BeforeEach
    void anInventory() {
        As.OPERATOR_A.sends("{\"name\": \"Grandmaster in the clock hall\", \"kind\": \"time-server\", \"criticality\": 5, \"site\": \"Clock hall\"}")
                .put("/api/v1/assets/full-gm");
    }

    private static void task(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
    }

    private static void look(Visit visit, boolean script, String name) {
        if (script) {
            visit.sound(name);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWholeReportIsWrittenTaskByTask(boolean script) {
        try (Visit visit = Chromium.visit(home, new Visit.Wish(script, "en-GB")).signIn(As.OPERATOR_A)) {
            // Given
            Page page = visit.open("/start").page();
            press(page, "Write a full report");
            look(visit, script, "draft-tasks-empty");
            task(page, "What happened");
            page.fill("#f-title", title);
            page.selectOption("#f-stage", "notification");
            page.fill("#f-description", "It <b>announced</b> another identity.");
            page.check("#f-suspectedMalicious");
            page.check("#f-crossBorder-no");
            look(visit, script, "draft-what");
            press(page, "Save and go on");
            task(page, "When");
            page.check("#f-occurred-from-doubt");
            look(visit, script, "draft-when");
            press(page, "Save and go on");
            task(page, "Which assets");
            page.fill("#q", "clock hall");
            press(page, "Find");
            look(visit, script, "draft-assets");
            press(page, "Add Grandmaster in the clock hall");
            page.fill("#q", "ntp9.example.org");
            press(page, "Find");
            press(page, "Add as typed");
            assertThat(page.locator("main")).containsText("ntp9.example.org");
            press(page, "Remove ntp9.example.org");
            press(page, "Save and go on");
            task(page, "What was seen and measured");
            press(page, "PTP");
            page.fill("#f-observations-0-offsetFromMasterSeconds", "0,000012");
            page.fill("#f-observations-0-domain", "24");
            look(visit, script, "draft-ptp");
            press(page, "Save and go on");
            look(visit, script, "draft-observations");
            press(page, "Save and go on");
            press(page, "Check and send");

            // When
            look(visit, script, "draft-check-wanting");
            assertThat(page.locator("#wanting")).isVisible();
            press(page, "Send the report");
            assertThat(page.locator("h1")).hasText("Check and send");
            assertThat(page.locator(".govuk-error-summary")).containsText("It was not sent");
            assertThat(page.locator(".govuk-error-summary a")).hasCount(2);
            if (script) {
                assertThat(page.locator(".govuk-error-summary")).isFocused();
                visit.sound("draft-check-refused", List.of("422"));
            }
            page.locator(".govuk-error-summary a").first().click();
            page.check("#f-severity-high");
            press(page, "Save and go on");
            task(page, "Impact and measures");
            page.fill("#f-impact-description", "Two exchanges lost their time.");
            page.fill("#f-mitigations-0-description", "Cut it off");
            press(page, "Add another measure");
            page.fill("#f-mitigations-1-description", "Compare all clocks");
            look(visit, script, "draft-impact");
            press(page, "Save and go on");
            task(page, "Who to call");
            page.fill("#f-contact-name", "Duty desk");
            look(visit, script, "draft-contact");
            press(page, "Save and go on");
            look(visit, script, "draft-tasks");
            press(page, "Check and send");
            look(visit, script, "draft-check");
            String draft = page.url().replaceAll("/check$", "");
            press(page, "Send the report");

            // Then
            assertThat(page.locator("h1")).hasText("Report filed");
            String reference = page.locator(".tocsin-panel__reference").textContent();
            JsonPath said = As.OPERATOR_A.asks().get("/api/v1/reports/" + reference).jsonPath();
            assertThat(said.getString("latest.stage")).isEqualTo("notification");
            assertThat(said.getString("latest.submission.assets[0].ref")).isEqualTo("full-gm");
            assertThat(said.getList("latest.submission.assets")).hasSize(1);
            assertThat(said.getString("latest.submission.observations[0].offsetFromMasterSeconds")).isEqualTo("0.000012");
            assertThat(said.getInt("latest.submission.observations[0].domain")).isEqualTo(24);
            assertThat(said.getString("latest.submission.observations[0].asset")).isEqualTo("full-gm");
            assertThat(said.getList("latest.submission.mitigations.description")).containsExactly("Cut it off", "Compare all clocks");
            assertThat(said.getString("latest.submission.occurred.clock")).isEqualTo(Reading.NOT_TRUSTED);
            // Going back to the draft leads to what it became.
            page.navigate(draft);
            assertThat(page.locator(".tocsin-panel__reference")).hasText(reference);
        }
    }

    @Test
    void theNextStageBeginsWithWhatWasSaidAndIsNotSentOverWhatCameMeanwhile() {
        FiledReport report = FiledReport.by(As.OPERATOR_A, org.tocsin.report.Drafts.earlyWarning().put("title", title));
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.OPERATOR_A)) {
            // Given
            Page page = visit.open("/reports/" + report.reference()).page();
            press(page, "Add or correct");
            task(page, "What happened");
            assertThat(page.locator("#f-title")).hasValue(title);
            page.selectOption("#f-stage", "intermediate");
            page.fill("#f-description", "It goes on.");
            press(page, "Save and go on");
            press(page, "Check and send");
            As.LIAISON_1.sends("{\"version\": 1}").post("/api/v1/triage/" + report.id() + "/claim");

            // When
            press(page, "Send the report");

            // Then
            assertThat(page.locator(".govuk-error-summary")).containsText(report.reference() + " has changed since you began");
            visit.sound("draft-stale", List.of("412"));
            press(page, "Send it all the same");
            assertThat(page.locator("h1")).hasText("Added to the report");
            assertThat(As.OPERATOR_A.asks().get(report.url()).jsonPath().getString("latest.submission.description")).isEqualTo("It goes on.");
        }
    }

    @Test
    void aDraftIsItsWritersAlone() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.OPERATOR_A);
                Visit other = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.OPERATOR_B)) {
            // Given
            Page page = visit.open("/start").page();
            press(page, "Write a full report");

            // When
            other.page().navigate(page.url());

            // Then
            assertThat(other.page().locator("h1")).hasText("There is nothing here");
            page.locator("summary").click();
            page.locator("details button").click();
            assertThat(page.locator("h1")).hasText("Your organisation’s incidents");
        }
    }

    @Test
    void asManyBytesAsAreSaidAreAttachedAndNotOneMore(@TempDir Path directory) throws IOException {
        FiledReport report = FiledReport.by(As.OPERATOR_A, org.tocsin.report.Drafts.earlyWarning().put("title", title));
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.OPERATOR_A)) {
            // Given
            Page page = visit.open("/reports/" + report.reference()).page();
            visit.sound("attach");

            // When
            page.setInputFiles("#file", Files.write(directory.resolve("<b>full<b>.bin"), new byte[MOST]));
            press(page, "Attach");
            assertThat(page.locator("main")).containsText("<b>full<b>.bin");
            page.setInputFiles("#file", Files.write(directory.resolve("more.bin"), new byte[MOST + 1]));
            press(page, "Attach");

            // Then
            assertThat(page.locator(".govuk-error-summary")).containsText("larger than the 25 MiB");
            visit.sound("attach-too-large", List.of("413"));
            assertThat(Rows.number("select count(*) from attachment where report_id = cast(? as uuid)", report.id())).isEqualTo(1);
        }
    }
}
