package org.tocsin.oversight;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.tocsin.local.As.AUDITOR;
import static org.tocsin.local.As.SENSOR_A;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Chromium;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Statements;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.Visit;

/** The auditor's search, by the API and in a real browser. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class LogSearchTest {

    private static final int MOST_STATEMENTS = 12;

    @TestHTTPResource("/")
    URL home;

    @Test
    void entriesAreFoundByReportActorTypeAndTime() {
        // Given
        String today = java.time.LocalDate.now(java.time.ZoneOffset.UTC).toString();
        String report = filed();

        // When
        Response found = search("?report=" + report + "&actor=" + As.SENSOR_A.user() + "&type=report.received&organisation=" + TestOrganisation.A.id() + "&from=" + today);

        // Then
        found.then().statusCode(200).body("items.type", contains("report.received")).body("items[0].report", is(report))
                .body("items[0].index", notNullValue()).body("items[0].detail", notNullValue());
        search("?report=" + report + "&type=report").then().body("items.type", hasItem("report.received"));
        search("?report=" + report + "&actor=nobody").then().body("items.size()", is(0));
        search("?report=" + report + "&to=2020-01-01").then().body("items.size()", is(0));
    }

    @Test
    void thePartsOfASearchNeitherOverlapNorLeaveGaps() {
        // Given: as many as are looked at, for the log may be new
        for (int i = 0; i < 6; i++) {
            filed();
        }

        // When
        Response first = search("?limit=3");
        String next = first.path("next");
        Response second = AUDITOR.asks().get(next);

        // Then
        List<Integer> places = new java.util.ArrayList<>(first.<List<Integer>>path("items.index"));
        places.addAll(second.path("items.index"));
        Assertions.assertThat(places).hasSize(6).doesNotHaveDuplicates().isSortedAccordingTo(java.util.Comparator.reverseOrder());
        Assertions.assertThat(places.get(0) - places.get(5)).isEqualTo(5);
    }

    @Test
    void whatCannotBeUsedIsSaidAndNotPassedOver() {
        AUDITOR.asks().get("/api/v1/audit?report=TOC-AAAA-AAAA-A&from=yesterday&actr=me&limit=0&after=x").then().statusCode(400)
                .body("faults.pointer", hasItem("/report")).body("faults.pointer", hasItem("/from"))
                .body("faults.pointer", hasItem("/actr")).body("faults.message", hasItem(containsString("actor")))
                .body("faults.pointer", hasItem("/limit")).body("faults.pointer", hasItem("/after"));
    }

    @Test
    void anAuditorSearchesAndTakesAwayWhatFitsWhichTheLogRemembers() throws IOException {
        try (Visit visit = Chromium.visit(home)) {
            // Given
            String report = filed();
            search("?report=" + report);

            // When
            visit.signIn(As.AUDITOR).open("/audit").sound("audit");
            visit.page().getByLabel("Report", new Page.GetByLabelOptions().setExact(true)).fill(report.toLowerCase(java.util.Locale.ROOT));
            visit.press("Search");

            // Then
            assertThat(visit.page().getByText("Report: received")).isVisible();
            visit.page().getByText("Detail").first().click();
            visit.sound("audit-one");
            Download file = visit.page().waitForDownload(() -> visit.press("Export all that fits"));
            List<String> lines = Files.readAllLines(file.path());
            Assertions.assertThat(lines).isNotEmpty().allMatch(line -> line.startsWith("{") && line.contains(report));
            Assertions.assertThat(exports(report.toLowerCase(java.util.Locale.ROOT))).isEqualTo(1);
            visit.open("/audit?from=yesterday").sound("audit-fault", List.of("400"));
            assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("RFC 3339");
            Statements cost = Statements.leastOf(() -> visit.open("/audit"));
            Assertions.assertThat(cost.roundTrips()).as("" + cost.texts()).isLessThanOrEqualTo(MOST_STATEMENTS);
        }
    }

    @Test
    void aProgramTakesAwayAllThatFitsWhichTheLogRemembers() {
        // Given
        String report = filed();
        As.LIAISON_1.sends("{\"version\": 1}").post("/api/v1/triage/" + report + "/claim").then().statusCode(200);
        search("?report=" + report);
        long exports = exports(report);

        // When
        Response taken = AUDITOR.asks().accept("application/jsonl").get("/api/v1/audit?limit=1&report=" + report);

        // Then
        taken.then().statusCode(200).contentType("application/jsonl");
        Assertions.assertThat(taken.asString().lines().toList()).hasSizeGreaterThan(1).allMatch(line -> line.startsWith("{") && line.contains(report));
        Assertions.assertThat(exports(report)).isEqualTo(exports + 1);
        search("?report=" + report).then().contentType("application/json");
        Assertions.assertThat(exports(report)).as("searching leaves no entry").isEqualTo(exports + 1);
        AUDITOR.asks().accept("application/jsonl").get("/api/v1/audit?actr=me").then().statusCode(400).contentType("application/problem+json");
        AUDITOR.asks().accept("text/csv").get("/api/v1/audit").then().statusCode(406);
    }

    @Test
    void nobodyElseSearches() {
        try (Visit visit = Chromium.visit(home)) {
            visit.signIn(As.LIAISON_1).open("/audit").sound("audit-not-allowed", List.of("403"));
        }
        As.OPERATOR_A.asks().get("/api/v1/audit").then().statusCode(403);
        As.OPERATOR_A.asks().accept("application/jsonl").get("/api/v1/audit").then().statusCode(403);
    }

    /** How often somebody took away what was found for a report, as it was typed. */
    private static long exports(String report) {
        return Rows.number("""
                select count(*) from audit_entry e join audit_payload p on p.entry_id = e.id
                where e.type = 'audit.exported' and convert_from(p.content, 'UTF8') like ?""", "%" + report + "%");
    }

    /** Once everything that was written has its place. */
    private static Response search(String query) {
        Await.sequenced();
        return AUDITOR.asks().get("/api/v1/audit" + query);
    }

    private static String filed() {
        return SENSOR_A.sends("""
                {"title": "Clock steps by a second", "description": "Seen in the comparison", "awareAt": "2026-11-23T03:12:00Z",
                 "suspectedMalicious": "yes", "crossBorder": "no"}""").post("/api/v1/reports").then().statusCode(201).extract().path("reference");
    }
}
