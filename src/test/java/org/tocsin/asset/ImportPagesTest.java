package org.tocsin.asset;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.tocsin.local.As.OPERATOR_A;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.StackResource;
import org.tocsin.local.Visit;

/** A file into the inventory, by a person. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ImportPagesTest {

    private static final String EVIL = "<script>document.title='run'</script>";

    @TestHTTPResource("/")
    URL home;

    /** The tests share inventories: each names entries of its own. */
    private String ours;

    @BeforeEach
    void nameIt() {
        ours = "q" + UUID.randomUUID().toString().substring(0, 8) + "-";
    }

    @Test
    void withoutJavaScriptAFileIsTriedThenTaken() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN.withoutScript())) {
            // Given
            entry("a", "Old name");
            visit.signIn(As.OPERATOR_A).open("/assets/import");

            // When
            choose(visit, "ref,name,kind,criticality\n" + ours + "a," + EVIL + ",server,4\n" + ours + "b,Another,server,2\n");

            // Then
            assertThat(visit.page().getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("What would change")))
                    .containsText(java.util.regex.Pattern.compile("1 added\\s*1 changed\\s*0 struck off\\s*0 as they are"));
            assertThat(visit.page().locator(".tocsin-becomes").first()).isVisible();
            assertThat(visit.page().getByText(EVIL)).isVisible();
            OPERATOR_A.asks().get("/api/v1/assets/" + ours + "b").then().statusCode(404);
            visit.press("Take it into the inventory");
            assertThat(visit.page().getByRole(AriaRole.STATUS)).hasText("The file is in your inventory.");
            OPERATOR_A.asks().get("/api/v1/assets/" + ours + "a").then().body("name", is(EVIL));
        }
    }

    @Test
    void eachFaultIsSaidWithItsLine() {
        try (Visit visit = Chromium.visit(home)) {
            // Given
            visit.signIn(As.OPERATOR_A).open("/assets/import").sound("import");

            // When
            choose(visit, "ref,name,kind,criticality\n" + ours + "a,Fine,server,4\n" + ours + "b,,server,9\n" + ours + "c,Odd,toaster,1\n");

            // Then
            assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("Nothing was changed");
            assertThat(visit.page().locator("tbody tr").first()).containsText("3");
            assertThat(visit.page().locator("tbody")).containsText("kind");
            visit.sound("import-faults", List.of("422"));
        }
    }

    @Test
    void whatChangedSinceTheTrialIsShownBeforeAnythingIsTaken() {
        try (Visit visit = Chromium.visit(home)) {
            // Given
            entry("a", "Old name");
            visit.signIn(As.OPERATOR_A).open("/assets/import");
            choose(visit, "ref,name,kind,criticality\n" + ours + "a,New name,server,4\n" + ours + "b,Another,server,2\n");
            visit.sound("import-preview");
            entry("a", "Changed meanwhile");

            // When
            visit.press("Take it into the inventory");

            // Then
            assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("The inventory has changed meanwhile");
            assertThat(visit.page().locator(".tocsin-was").filter(new com.microsoft.playwright.Locator.FilterOptions()
                    .setHasText("Changed meanwhile"))).isVisible();
            visit.sound("import-changed", List.of("409"));
            visit.press("Take it into the inventory");
            OPERATOR_A.asks().get("/api/v1/assets/" + ours + "a").then().body("name", is("New name"));
        }
    }

    private void entry(String name, String title) {
        OPERATOR_A.sends("{\"name\": \"" + title + "\", \"kind\": \"server\", \"criticality\": 3}").put("/api/v1/assets/" + ours + name);
    }

    private static void choose(Visit visit, String table) {
        visit.page().setInputFiles("#file", new FilePayload("clocks.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
        visit.press("Try it and show what would change");
    }
}
