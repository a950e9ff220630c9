package org.tocsin.asset;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.either;
import static org.hamcrest.Matchers.is;
import static org.tocsin.local.As.LIAISON_1;
import static org.tocsin.local.As.OPERATOR_A;
import static org.tocsin.local.As.OPERATOR_B;
import static org.tocsin.local.As.SENSOR_A;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.DemoAssets;
import org.tocsin.local.StackResource;
import org.tocsin.local.Statements;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.Visit;

/** The inventory in a real browser, with a real sign-in. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AssetPagesTest {

    private static final int MOST_STATEMENTS = 12;
    private static final String EVIL = "<script>document.title='run'</script><img src=x onerror=alert(1)>";

    @TestHTTPResource("/")
    URL home;

    @Test
    void anOperatorFindsItsAssetsAndSeesWhatLeansOnThem() throws IOException {
        try (Visit visit = Chromium.visit(home)) {
            // Given
            demo();
            String named = named("gm-north-1");
            visit.signIn(As.OPERATOR_A);

            // When
            visit.open("/assets").sound("assets");
            visit.page().getByLabel("Find by").fill("caesium");
            visit.press("Find");

            // Then
            assertThat(visit.page().locator("tbody tr")).hasCount(3);
            visit.open("/assets/entry/" + named + "?depth=3").sound("asset");
            Locator drawing = visit.page().locator("svg.tocsin-graph__drawing");
            assertThat(drawing).isVisible();
            Assertions.assertThat(drawing.locator("a").count()).isGreaterThan(2);
            visit.page().getByLabel("Show").selectOption("up");
            visit.press("Draw");
            assertThat(visit.page().locator(".tocsin-graph__head").last()).hasText("This asset");
            cheap(visit, "/assets");
            cheap(visit, "/assets/entry/" + named);
        }
    }

    /** A part of the path that is called like a tenant of the identity provider's must not decide who is asked for a token. */
    @ParameterizedTest
    @ValueSource(strings = {"api", "cert"})
    void anAssetMayBeCalledAsAPlaceOfOursIs(String ref) {
        try (Visit visit = Chromium.visit(home)) {
            // Given
            OPERATOR_A.sends("{\"name\": \"Gateway of the %s\", \"kind\": \"server\", \"criticality\": 2}".formatted(ref)).put("/api/v1/assets/" + ref)
                    .then().statusCode(either(is(200)).or(is(201)));

            // When
            visit.signIn(As.OPERATOR_A).open("/assets/entry/" + ref);

            // Then
            assertThat(visit.page().locator("h1")).containsText("Gateway of the " + ref);
        }
    }

    @Test
    void anAssetIsListedChangedAndStruckOff() {
        try (Visit visit = Chromium.visit(home)) {
            // Given
            String ref = newRef();
            visit.signIn(As.OPERATOR_A).open("/assets/new").sound("asset-new");

            // When
            visit.press("Add to the inventory");
            visit.sound("asset-faults", List.of("422"));
            assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("Nothing was saved yet");
            assertThat(visit.page().locator("#kind-error")).isVisible();
            visit.page().getByLabel("Ref", new Page.GetByLabelOptions().setExact(true)).fill(ref);
            visit.page().getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(EVIL);
            visit.page().locator("#kind").selectOption("time-server");
            visit.page().locator("#criticality").check();
            visit.page().locator("#identifiers-0").fill("ntp9.time.example");
            visit.page().locator("#identifiers-1-kind").selectOption("ip");
            visit.page().locator("#identifiers-1").fill("300.1.1.1");
            visit.press("Add to the inventory");
            assertThat(visit.page().locator("#identifiers-1-error")).containsText("not an IPv4 or IPv6 address");
            visit.page().locator("#identifiers-1").fill("198.51.100.9");
            visit.press("Add to the inventory");

            // Then
            assertThat(visit.page().getByRole(AriaRole.STATUS)).hasText("It is in your inventory.");
            assertThat(visit.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText(EVIL);
            visit.sound("asset-evil", List.of("422"));
            visit.page().getByText("Change", new Page.GetByTextOptions().setExact(true)).click();
            visit.page().locator("#edges-0").fill("org-z/nobody");
            visit.press("Save");
            assertThat(visit.page().getByRole(AriaRole.STATUS)).hasText("Your changes are saved.");
            visit.sound("asset-evil-graph");
            visit.page().getByText("Strike off").click();
            visit.sound("asset-remove");
            visit.press("Strike off");
            assertThat(visit.page().getByRole(AriaRole.STATUS)).containsText("struck off");
            OPERATOR_A.asks().get("/api/v1/assets/" + ref).then().statusCode(404);
        }
    }

    @Test
    void whoSavesSecondIsToldWhatTheFirstSaved() {
        try (Visit visit = Chromium.visit(home)) {
            // Given
            String ref = newRef();
            OPERATOR_A.sends("{\"name\": \"Server\", \"kind\": \"server\", \"criticality\": 3}").put("/api/v1/assets/" + ref);
            visit.signIn(As.OPERATOR_A).open("/assets/entry/" + ref + "/edit").sound("asset-edit");
            OPERATOR_A.sends("{\"name\": \"Renamed\", \"kind\": \"server\", \"criticality\": 3}").put("/api/v1/assets/" + ref);

            // When
            visit.page().locator("#site").fill("Hall 2");
            visit.press("Save");

            // Then
            assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("Someone was faster");
            assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("Renamed");
            visit.sound("asset-overtaken", List.of("412"));
            visit.press("Save mine over it");
            OPERATOR_A.asks().get("/api/v1/assets/" + ref).then().body("site", org.hamcrest.Matchers.is("Hall 2"));
        }
    }

    @Test
    void whatIsOverdueIsSaid() throws IOException {
        try (Visit visit = Chromium.visit(home)) {
            // Given
            demo();
            named("nobody-listed-this-" + UUID.randomUUID());
            visit.signIn(As.OPERATOR_A);

            // When
            visit.open("/assets/overdue").sound("overdue-risk");

            // Then
            assertThat(visit.page().getByText("Active hydrogen maser 2")).isVisible();
            visit.open("/assets/overdue?gap=posture").sound("overdue-posture");
            visit.open("/assets/overdue?gap=unlisted").sound("overdue-unlisted");
            assertThat(visit.page().getByText("ref nobody-listed-this-").first()).isVisible();
            cheap(visit, "/assets/overdue");
        }
    }

    @Test
    void anotherOrganisationsInventoryIsNotThereAndOthersRolesCannotChangeIt() {
        try (Visit visit = Chromium.visit(home)) {
            // Given
            String ref = newRef();
            OPERATOR_B.sends("{\"name\": \"Theirs\", \"kind\": \"server\", \"criticality\": 3}").put("/api/v1/assets/" + ref);

            // When
            visit.signIn(As.OPERATOR_A);

            // Then
            for (String path : List.of("/assets/entry/" + ref, "/assets/entry/" + ref + "/edit", "/assets/entry/" + ref + "/remove",
                    "/assets/entry/" + ref + "?organisation=" + TestOrganisation.B.id(), "/assets?organisation=" + TestOrganisation.B.id(), "/assets/inventory.csv?organisation=" + TestOrganisation.B.id())) {
                Assertions.assertThat(status(visit, path)).as(path).isEqualTo(404);
            }
        }
        try (Visit visit = Chromium.visit(home)) {
            visit.signIn(As.LIAISON_1);
            Assertions.assertThat(status(visit, "/assets?organisation=" + TestOrganisation.B.id())).isEqualTo(200);
            visit.sound("assets-liaison");
            for (String path : List.of("/assets/new", "/assets/import", "/assets/entry/x/edit")) {
                Assertions.assertThat(status(visit, path)).as(path).isEqualTo(403);
            }
        }
        LIAISON_1.asks().post("/assets/new").then().statusCode(org.hamcrest.Matchers.not(303));
    }

    private static int status(Visit visit, String path) {
        return visit.page().context().request().get(visit.page().url().replaceFirst("(https?://[^/]+).*", "$1") + path).status();
    }

    private static void cheap(Visit visit, String path) {
        Statements cost = Statements.leastOf(() -> visit.open(path));
        Assertions.assertThat(cost.roundTrips()).as(path + " " + cost.texts()).isLessThanOrEqualTo(MOST_STATEMENTS);
    }

    private static String newRef() {
        return "p-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** @return the ref, after a report named it */
    private static String named(String ref) {
        SENSOR_A.sends("""
                {"title": "Clock steps by a second", "description": "Seen in the comparison", "awareAt": "2026-11-23T03:12:00Z",
                 "suspectedMalicious": "yes", "crossBorder": "no", "assets": [{"ref": "%s"}]}""".formatted(ref))
                .post("/api/v1/reports").then().statusCode(201);
        return ref;
    }

    private static void demo() {
        OPERATOR_A.sends("{\"assets\": " + DemoAssets.of(TestOrganisation.A) + "}").post("/api/v1/assets:import").then().statusCode(200);
    }
}
