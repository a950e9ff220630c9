package org.tocsin.party;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Chromium;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.TestPeople;
import org.tocsin.local.TestPeople.Account;
import org.tocsin.local.Visit;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;

/** An account is removed and another person gets its user name. The two have nothing in common but that name. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class NamesakesTest {

    @TestHTTPResource("/")
    URL home;

    private final String title = "Namesake " + UUID.randomUUID();

    @Test
    void aDraftAndAFormThatWaitsAreThoseOfWhoWroteThem() {
        // Given
        Account old = TestPeople.person(TestOrganisation.A.id(), "operator");
        String draft;
        String parked;
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN.withoutScript()).signIn(old.name())) {
            Page page = visit.open("/start").page();
            Visit.press(page, "Write a full report");
            draft = page.url();
            visit.open("/reports/new");
            page.fill("#f-title", title);
            page.context().clearCookies(new BrowserContext.ClearCookiesOptions()
                    .setName(Pattern.compile("^(?!tocsin-last).*$")));
            Visit.press(page, "Send an early warning");
            page.fill("#username", old.name());
            page.fill("#password", "demo");
            page.click("#kc-login");
            assertThat(page.locator("dl")).containsText(title);
            parked = page.url();
        }

        // When
        Account another = TestPeople.namesake(old);

        // Then
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN.withoutScript()).signIn(another.name())) {
            for (String theirs : List.of(draft, parked)) {
                assertThat(visit.page().navigate(theirs).status()).isEqualTo(404);
                assertThat(visit.page().content()).doesNotContain(title);
            }
            assertThat(visit.open("/start").page().content()).doesNotContain(draft.substring(draft.indexOf("/drafts/")));
        }
    }

    @Test
    void aClaimAnOfferAndASavedViewAreThoseOfWhoMadeThem() {
        // Given
        Account old = TestPeople.person("national-cert", "liaison");
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        int version = claim(old, report, report.version()).then().statusCode(200).extract().path("version");
        String offer = old.sends("{\"note\": \"Until tomorrow\"}").post("/api/v1/handovers").then().statusCode(200).extract().path("id");
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(old.name())) {
            Page page = visit.open("/triage?holder=anyone&severity=critical").page();
            page.fill("#view-name", "Mine alone");
            Visit.press(page, "Save view");
            assertThat(page.locator("main")).containsText("Mine alone");
        }

        // When
        Account another = TestPeople.namesake(old);

        // Then
        another.sends("{\"version\": %d}".formatted(version)).post("/api/v1/triage/" + report.id() + "/unclaim").then().statusCode(409)
                .body("type", endsWith("held-by-another"));
        assertThat(claim(another, report, version).statusCode()).isEqualTo(409);
        assertThat(another.asks().delete("/api/v1/handovers/" + offer).statusCode()).isEqualTo(404);
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(another.name())) {
            visit.open("/triage?holder=mine").saysNot(report.reference());
            visit.saysNot("Mine alone");

            // And it is theirs once they take it over
            another.sends("{}").post("/api/v1/handovers/" + offer + "/take").then().statusCode(200);
            visit.open("/triage?holder=mine").says(report.reference());
        }
    }

    @Test
    void aWithdrawalIsConfirmedByAnotherPersonWhateverTheName() {
        // Given
        Account old = TestPeople.person(TestOrganisation.A.id(), "operator");
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        old.sends("{\"reason\": \"It was an exercise\"}").post(report.url() + "/withdrawal").then().statusCode(201);
        assertThat(confirm(old.asks(), report)).isEqualTo(403);

        // When
        Account another = TestPeople.namesake(old);

        // Then
        assertThat(confirm(another.asks(), report)).isEqualTo(200);
        List<Map<String, Object>> steps = As.LIAISON_1.asks().get(report.url() + "/audit").jsonPath()
                .getList("findAll { it.type.startsWith('report.withdraw') }");
        assertThat(steps).extracting(step -> step.get("actor")).containsExactly(old.name(), old.name());
        assertThat(steps).extracting(step -> step.get("actorId")).doesNotHaveDuplicates().allMatch(id -> id.toString().contains("/realms/tocsin#"));
    }

    @Test
    void theSameKeyOfAnotherPersonIsAnotherKey() {
        // Given
        Account old = TestPeople.person(TestOrganisation.A.id(), "operator");
        String key = UUID.randomUUID().toString();
        String first = file(old, key);

        // When
        Account another = TestPeople.namesake(old);

        // Then
        assertThat(file(another, key)).isNotEqualTo(first);
    }

    @Test
    void theLogIsSearchedForOneOfThem() {
        // Given
        Account old = TestPeople.person(TestOrganisation.A.id(), "operator");
        String first = file(old, UUID.randomUUID().toString());
        String subject = old.subject();
        Account another = TestPeople.namesake(old);
        String second = file(another, UUID.randomUUID().toString());

        // When, Then
        Await.until("both are in the log", () -> found("actor", old.name()).containsAll(List.of(first, second)));
        String id = As.AUDITOR.asks().queryParam("actor", old.name()).get("/api/v1/audit").jsonPath()
                .getList("items.actorId", String.class).stream().filter(each -> each.endsWith("#" + subject)).findFirst().orElseThrow();
        assertThat(found("actor", id)).contains(first).doesNotContain(second);
    }

    @Test
    void aPersonWhoIsNamedLikeAServiceAccountIsAPerson() {
        // Given
        Account person = TestPeople.named("service-account-" + UUID.randomUUID(), TestOrganisation.A.id(), "operator");
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        As.OPERATOR_A.sends("{\"reason\": \"It was an exercise\"}").post(report.url() + "/withdrawal").then().statusCode(201);

        // When
        int confirmed = confirm(person.asks(), report);

        // Then
        assertThat(confirmed).isEqualTo(200);
        Map<String, Object> step = As.LIAISON_1.asks().get(report.url() + "/audit").jsonPath().getMap("find { it.type == 'report.withdrawn' }");
        assertThat(step.get("actor")).isEqualTo(person.name());
        assertThat(step.get("actorId").toString()).endsWith("#" + person.subject());
    }

    private static List<String> found(String name, String value) {
        return As.AUDITOR.asks().queryParam(name, value).get("/api/v1/audit").jsonPath().getList("items.report", String.class);
    }

    private static String file(Account person, String key) {
        return person.sends(Drafts.earlyWarning().toString()).header("Idempotency-Key", key).post("/api/v1/reports")
                .then().statusCode(201).extract().path("reference");
    }

    private static int confirm(RequestSpecification who, FiledReport report) {
        return who.contentType("application/json").body("{\"number\": 1}").post(report.url() + "/withdrawal/confirm").statusCode();
    }

    private static Response claim(Account liaison, FiledReport report, int version) {
        return liaison.sends("{\"version\": %d}".formatted(version)).post("/api/v1/triage/" + report.id() + "/claim");
    }
}
