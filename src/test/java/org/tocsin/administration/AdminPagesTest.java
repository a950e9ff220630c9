package org.tocsin.administration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.tocsin.local.As.ADMIN;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Statements;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.TestStack;
import org.tocsin.local.Visit;

/** Organisations, clients and destinations in a real browser, with a real sign-in. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AdminPagesTest {

    private static final int MOST_STATEMENTS = 12;

    @TestHTTPResource("/")
    URL home;

    @Test
    void anOrganisationIsRegisteredReachedAndMarkedAsCompromised() {
        try (Visit visit = Chromium.visit(home)) {
            // Given
            String id = "org-" + UUID.randomUUID().toString().substring(0, 8);
            visit.signIn(As.ADMIN).sound("admin-organisations");

            // When
            visit.page().getByLabel("Id", exactly()).fill("Not An Id");
            visit.press("Register");
            assertThat(visit.page().locator("#id-error")).containsText("small letters");
            visit.page().getByLabel("Id", exactly()).fill(id);
            visit.page().getByLabel("Name", exactly()).fill("Port authority <b>north</b>");
            visit.press("Register");
            visit.page().locator("#mail").fill("soc@port.example");
            visit.page().locator("#phones").fill("+49 30 901820");
            visit.page().locator("#outOfBand").fill("M. Ortiz, satellite phone +881 6 1234 5678");
            visit.press("Record these");
            visit.page().locator("#means-phones").check();
            visit.press("Mark as compromised");
            assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("what is known");
            assertThat(visit.page().locator("#mail")).hasValue("soc@port.example");
            visit.page().locator("#reason").fill("The exchange was taken over");
            visit.press("Mark as compromised");

            // Then
            assertThat(visit.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).containsText("Port authority <b>north</b>");
            visit.sound("admin-organisation", List.of("422"));
            ADMIN.asks().get("/api/v1/organisations/" + id + "/compromise").then().body("standing.means", hasItem("phones"));
            ADMIN.asks().get("/api/v1/organisations/" + id + "/contacts").then().body("contacts.mail[0]", is("soc@port.example"));
            visit.page().getByLabel("Whom you called back").fill("M. Ortiz, on the satellite phone");
            visit.press("All is well again");
            assertThat(visit.page().getByText("Nothing of it is said to be")).isVisible();
            assertThat(visit.page().locator(".tocsin-timeline")).containsText("Organisation registered");
            assertThat(visit.page().locator(".tocsin-timeline")).containsText("Organisation compromise lifted");
            cheap(visit, "/admin/organisations/" + id);
            cheap(visit, "/admin/organisations");
        }
    }

    @Test
    void aClientIsEnrolledAndItsSecretIsShownOnce() {
        try (Visit visit = Chromium.visit(home)) {
            // Given
            String id = "sensor-" + UUID.randomUUID().toString().substring(0, 8);
            visit.signIn(As.ADMIN).open("/admin/clients/new").sound("admin-enrol");
            visit.press("Enrol");
            visit.sound("admin-enrol-faults", List.of("422"));

            // When
            visit.page().getByLabel("Id", exactly()).fill(id);
            visit.page().getByLabel("What people call it").fill("Harbour, stratum 1");
            visit.page().getByLabel("Whose it is").selectOption(TestOrganisation.A.id());
            visit.page().locator("#role").check();
            visit.page().locator("#proof").check();
            visit.press("Enrol");
            String secret = visit.page().locator(".tocsin-secret").innerText().strip();
            visit.sound("admin-secret");

            // Then
            Assertions.assertThat(TestStack.tokens().ofClient(id, secret)).isNotBlank();
            visit.page().getByText("I have it: go on").click();
            Assertions.assertThat(visit.page().content()).doesNotContain(secret);
            visit.sound("admin-client");
            visit.press("Make a new secret");
            Assertions.assertThat(visit.page().locator(".tocsin-secret").innerText().strip()).isNotEqualTo(secret);
            visit.open("/admin/clients/one/" + id);
            visit.page().locator("#reason").fill("The machine was stolen");
            visit.press("Cut off");
            assertThat(visit.page().getByRole(AriaRole.STATUS)).containsText("It is cut off");
            assertThat(visit.page().locator(".tocsin-timeline")).containsText("The machine was stolen");
            visit.sound("admin-client-cut-off");
            visit.open("/admin/clients").sound("admin-clients");
            cheap(visit, "/admin/clients");
            cheap(visit, "/admin/clients/one/" + id);
        }
    }

    @Test
    void theLineToADestinationIsTriedAndWhatWasSeenIsSaid() {
        try (Visit visit = Chromium.visit(home)) {
            // Given
            visit.signIn(As.ADMIN).open("/admin/destinations").sound("admin-destinations");
            long before = Rows.number("select count(*) from audit_entry where type = 'destination.tried'");

            // When
            visit.page().locator("form[action$='/test'] button").first().click();

            // Then
            assertThat(visit.page().getByRole(AriaRole.STATUS)).containsText("The line to",
                    new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
            visit.sound("admin-destination-tried");
            assertThat(visit.page().locator(".tocsin-steps__step")).hasCount(3);
            assertThat(visit.page().locator(".tocsin-steps__step--bad")).hasCount(0);
            Assertions.assertThat(Rows.number("select count(*) from audit_entry where type = 'destination.tried'")).isEqualTo(before + 1);
            cheap(visit, "/admin/destinations");
        }
    }

    @Test
    void nobodyElseAdministers() {
        try (Visit visit = Chromium.visit(home)) {
            visit.signIn(As.AUDITOR);
            for (String path : List.of("/admin/organisations", "/admin/organisations/" + TestOrganisation.A.id(), "/admin/clients", "/admin/clients/new", "/admin/destinations")) {
                visit.open(path);
                assertThat(visit.page().getByRole(AriaRole.HEADING)).hasText("You cannot do this here");
            }
        }
    }

    private static void cheap(Visit visit, String path) {
        Statements cost = Statements.leastOf(() -> visit.open(path));
        Assertions.assertThat(cost.roundTrips()).as(path + " " + cost.texts()).isLessThanOrEqualTo(MOST_STATEMENTS);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
