package org.tocsin.triage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.DemoAssets;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.TestPeople;
import org.tocsin.local.Visit;

/** The pages in a real browser, with a real sign-in. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PagesTest {

    private static final Path REPORTS = Path.of("src/test/resources/reports");

    @TestHTTPResource("/")
    URL home;

    @Test
    void aLiaisonClaimsAndReleasesAReport() throws IOException {
        try (Visit visit = visit()) {
            // Given
            inventory(As.OPERATOR_A, TestOrganisation.A);
            inventory(As.OPERATOR_B, TestOrganisation.B);
            visit.signIn(As.LIAISON_1).open(Desk.ownQueue(As.OPERATOR_B) + "&stage=final").sound("queue-empty");
            assertThat(visit.page().getByText("No report fits this view")).isVisible();
            claimedByAnother(file(As.SENSOR_B, "ptp-grandmaster-change.json"));
            file(As.SENSOR_A, "configuration-change.json");
            file(As.SENSOR_A, "early-warning.json");
            String reference = file(As.SENSOR_A, "gnss-spoofing.json");

            // When
            visit.open(Desk.ownQueue(As.OPERATOR_A)).sound("queue");
            visit.page().getByRole(AriaRole.LINK, named(reference)).click();
            visit.sound("report");
            visit.press("Claim");
            assertThat(visit.page().getByText("Held by " + As.LIAISON_1.user() + " since")).isVisible();
            visit.sound("report-claimed");
            visit.page().getByLabel("Severity, in your view").selectOption("high");
            visit.press("Set assessment");
            visit.press("Look, then release");
            visit.press("Confirm release");

            // Then
            assertThat(visit.page().locator(".tocsin-deliveries")).containsText("with a receipt that is verified",
                    new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
            visit.open("/reports/" + reference);
            assertThat(visit.page().locator(".tocsin-timeline")).containsText("Delivered to National CERT");
            assertThat(visit.page().locator(".tocsin-head")).containsText("TOC-");
            visit.sound("report-delivered");
        }
    }

    @Test
    void whoComesSecondIsToldWhoWasFirst() throws IOException {
        try (Visit visit = visit()) {
            // Given
            String reference = file(As.SENSOR_A, "early-warning.json");
            visit.signIn(As.LIAISON_1).open("/reports/" + reference);
            claimedByAnother(reference);

            // When
            visit.press("Claim");

            // Then
            assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText(As.LIAISON_2.user() + " has held it since");
            visit.sound("report-refused", List.of("409"));
        }
    }

    @Test
    void anOperatorSeesItsOwnReportsAndNoOthers() throws IOException {
        try (Visit visit = visit()) {
            // Given
            String own = file(As.SENSOR_A, "compromised-phone.json");
            String other = file(As.SENSOR_B, "early-warning.json");

            // When
            visit.signIn(As.OPERATOR_A).sound("reports");

            // Then
            assertThat(visit.page().getByRole(AriaRole.LINK, named(own))).isVisible();
            assertThat(visit.page().getByRole(AriaRole.LINK, named(other))).hasCount(0);
            visit.open("/reports/" + own).sound("report-operator");
            assertThat(visit.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Claim"))).hasCount(0);
            visit.open("/reports/" + other).sound("not-there", List.of("404"));
            assertThat(visit.page().getByRole(AriaRole.HEADING)).hasText("There is nothing here");
            visit.open("/triage").sound("not-allowed", List.of("403"));
            assertThat(visit.page().getByRole(AriaRole.HEADING)).hasText("You cannot do this here");
        }
    }

    @Test
    void whatWasSentIsShownAsTextAndNeverRun() {
        try (Visit visit = visit()) {
            // Given
            String evil = "<script>document.title='run'</script><img src=x onerror=alert(1)>";
            String reference = given().auth().oauth2(As.SENSOR_A.token()).contentType(ContentType.JSON)
                    .body(Map.of("title", evil, "description", evil, "awareAt", "2026-11-23T03:12:00Z",
                            "suspectedMalicious", "yes", "crossBorder", "no", "assets", List.of(Map.of("ref", evil))))
                    .post("/api/v1/reports").then().statusCode(201).extract().path("reference");

            // When
            visit.signIn(As.LIAISON_1).open("/reports/" + reference).sound("report-evil");

            // Then
            assertThat(visit.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText(evil);
            visit.open(Desk.ownQueue(As.OPERATOR_A)).sound("queue-evil");
        }
    }

    @Test
    void anAccountWithoutWorkIsToldSo() {
        try (Visit visit = visit()) {
            visit.signIn(TestPeople.person(TestOrganisation.A.id(), "sensor").name()).sound("no-desk");
            assertThat(visit.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Your account has no work here yet");
        }
    }

    @Test
    void whoSignsOutMustSignInAgain() {
        try (Visit visit = visit()) {
            // Given
            visit.signIn(As.LIAISON_1);

            // When
            visit.press("Sign out");

            // Then
            assertThat(visit.page().getByRole(AriaRole.HEADING)).hasText("You are signed out");
            visit.sound("signed-out");
            visit.open("/triage");
            assertThat(visit.page().locator("#kc-login")).isVisible();
        }
    }

    private Visit visit() {
        return Chromium.visit(home);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static void claimedByAnother(String reference) {
        As.LIAISON_2.sends("{\"version\": 1}").post("/api/v1/triage/" + reference + "/claim").then().statusCode(200);
    }

    /** @return the reference */
    private static String file(As sensor, String report) throws IOException {
        // Each time another report: their own numbers must not make repeats of them.
        String body = Files.readString(REPORTS.resolve(report)).replaceAll(",\\s*\"externalRef\": \"[^\"]*\"", "");
        return sensor.sends(body).post("/api/v1/reports").then().statusCode(201).extract().path("reference");
    }

    private static void inventory(As operator, TestOrganisation organisation) {
        for (JsonNode asset : DemoAssets.of(organisation)) {
            operator.sends(asset).put("/api/v1/assets/" + asset.path("ref").asText());
        }
    }
}
