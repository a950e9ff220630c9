package org.tocsin.evidence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.audit.TransparencyLog;
import org.tocsin.audit.verify.EvidenceFile;
import org.tocsin.audit.verify.Finding;
import org.tocsin.audit.verify.Trusted;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Chromium;
import org.tocsin.local.StackResource;
import org.tocsin.local.Statements;
import org.tocsin.local.Visit;
import org.tocsin.report.FiledReport;
import org.tocsin.seal.Seal;
import org.tocsin.seal.TrustedKeys;
import org.tocsin.time.ClockWatch;
import org.tocsin.time.Now;

/** The auditor sees how log and clock stand, and verifies evidence in the page, with the words of bin/verify. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class VerificationPagesTest {

    private static final int MOST_STATEMENTS = 12;

    @TestHTTPResource("/")
    URL home;
    @Inject
    TransparencyLog log;
    @Inject
    Seal seal;
    @Inject
    ClockWatch clock;
    @TempDir
    Path directory;

    private static FiledReport filed() {
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        Await.signed();
        return report;
    }

    private static byte[] evidence(FiledReport report) {
        return As.AUDITOR.asks().get(report.url() + "/evidence").asByteArray();
    }

    /** The log grows between the two. */
    private static String withoutSize(String statement) {
        return statement.replaceAll(", \\d+ entries\\)", ")");
    }

    private static void verify(Visit visit) {
        visit.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verify").setExact(true)).click();
    }

    private static Locator heading(Visit visit) {
        return visit.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    @Test
    void theSameIsSaidInThePageAsByTheProgram() throws IOException {
        try (Visit visit = Chromium.visit(home)) {
            // Given
            FiledReport report = filed();
            visit.signIn(As.AUDITOR).open("/audit").sound("audit-state");
            assertThat(visit.page().getByText("over", new Page.GetByTextOptions().setExact(false)).first()).isVisible();
            assertThat(visit.page().getByText("Not verified")).isVisible();

            // When
            visit.page().getByLabel("Report, as it is here now").fill(report.reference());
            verify(visit);

            // Then
            assertThat(heading(visit)).hasText("Everything is proved");
            visit.sound("audit-verified");
            Trusted trusted = new Trusted(Optional.of(log.keys()), List.of(), List.of(), Optional.of(TrustedKeys.of(seal.publicKeys())), Optional.empty());
            List<String> program = EvidenceFile.verify(evidence(report), trusted, aside -> { }).stream().map(Finding::statement).map(VerificationPagesTest::withoutSize).toList();
            Assertions.assertThat(visit.page().locator("tbody td.tocsin-break").allTextContents().stream().map(VerificationPagesTest::withoutSize).toList())
                    .containsExactlyElementsOf(program);
        }
    }

    @Test
    void aFileThatWasChangedIsNamed() throws IOException {
        try (Visit visit = Chromium.visit(home)) {
            // Given
            ObjectNode changed = (ObjectNode) Json.tree(evidence(filed()));
            ((ObjectNode) changed.at("/revisions/0")).put("bodySha256", "00");
            Path file = Files.writeString(directory.resolve("kept.evidence.json"), changed.toString());

            // When
            visit.signIn(As.AUDITOR).open("/audit");
            visit.page().getByLabel("Or a file of evidence that somebody kept").setInputFiles(file);
            verify(visit);

            // Then
            assertThat(heading(visit)).containsText("statements are not proved");
            assertThat(visit.page().getByRole(AriaRole.ROW).nth(1)).containsText("Not proved");
            assertThat(visit.page().getByText("its text has another SHA-256 than 00")).isVisible();
            visit.sound("audit-not-proved");

            // When
            visit.open("/audit");
            visit.page().getByLabel("Or a file of evidence that somebody kept").setInputFiles(Files.writeString(directory.resolve("other.json"), "{}"));
            verify(visit);

            // Then
            assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("This is no file of evidence");
            visit.sound("audit-no-evidence", List.of("422"));
        }
    }

    @Test
    void itWorksWithoutScriptAndCostsLittle() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN.withoutScript())) {
            // Given
            FiledReport report = filed();
            visit.signIn(As.AUDITOR);

            // When
            Statements cost = Statements.leastOf(() -> visit.open("/audit"));
            visit.page().getByLabel("Report, as it is here now").fill(report.reference());
            verify(visit);
            assertThat(heading(visit)).hasText("Everything is proved");
            Statements verifying = Statements.leastOf(() -> visit.page().reload());

            // Then
            assertThat(heading(visit)).hasText("Everything is proved");
            Assertions.assertThat(cost.roundTrips()).as("" + cost.texts()).isLessThanOrEqualTo(MOST_STATEMENTS);
            Assertions.assertThat(verifying.roundTrips()).as("" + verifying.texts()).isLessThanOrEqualTo(MOST_STATEMENTS);
        }
    }

    @Test
    void whoSignsInWhileTheClockIsWrongSeesTheAlarm() {
        QuarkusMock.installMockForType(new Now(Clock.offset(Clock.systemUTC(), Duration.ofHours(1))), Now.class);
        Await.until("the step was seen", () -> clock.standing() != null);
        try (Visit visit = Chromium.visit(home)) {
            // When
            visit.signIn(As.AUDITOR).open("/audit");

            // Then
            assertThat(visit.page().getByText("The service's clock went forward by 1 h.")).isVisible();
            visit.sound("audit-clock");
            As.AUDITOR.asks().get("/api/v1/audit?limit=1").then().statusCode(200)
                    .body("log.clock.alarm", org.hamcrest.Matchers.containsString("went forward by 1 h"))
                    .body("log.clock.verified", org.hamcrest.Matchers.is(false))
                    .body("log.signatures.by", org.hamcrest.Matchers.hasItem("log"))
                    .body("log.checkpoint", org.hamcrest.Matchers.startsWith(log.origin()));
            Assertions.assertThat(io.restassured.RestAssured.given().get("/api/v1/reports").header("Date"))
                    .as("a refusal says what time it is here").isNotNull();
        } finally {
            QuarkusMock.installMockForType(new Now(), Now.class);
            Await.until("the alarm is over", () -> clock.standing() == null);
        }
    }

    @Test
    void operatorsDoNotGetThere() {
        io.restassured.RestAssured.given().multiPart("report", "TOC-1").post("/audit/verification").then().statusCode(org.hamcrest.Matchers.not(200));
        try (Visit visit = Chromium.visit(home)) {
            FiledReport report = filed();
            visit.signIn(As.OPERATOR_A);
            int status = visit.page().request().post(home + "audit/verification", com.microsoft.playwright.options.RequestOptions.create()
                    .setHeader("Origin", home.toString().replaceAll("/$", ""))
                    .setMultipart(com.microsoft.playwright.options.FormData.create().set("report", report.reference()))).status();
            Assertions.assertThat(status).isEqualTo(403);
        }
    }
}
