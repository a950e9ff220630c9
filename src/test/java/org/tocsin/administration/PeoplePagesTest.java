package org.tocsin.administration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Statements;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.TestPeople;
import org.tocsin.local.Visit;

/** An organisation's people in a real browser, at the real identity provider. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PeoplePagesTest {

    private final String people = "/admin/organisations/" + TestOrganisation.B.id() + "/people";
    private static final String OUR_OWN = "/admin/organisations/-/people";

    @TestHTTPResource("/")
    URL home;

    private static Locator person(Visit visit, String mail) {
        return visit.page().locator(".tocsin-person", new Page.LocatorOptions().setHasText(mail));
    }

    @Test
    void somebodyIsInvited() {
        try (Visit visit = Chromium.visit(home)) {
            // Given
            String mail = "ada-" + UUID.randomUUID().toString().substring(0, 8) + "@grid.example";
            TestPeople.known(As.OPERATOR_A, As.OPERATOR_B);
            visit.signIn(As.ADMIN).open("/admin/organisations/" + TestOrganisation.B.id());
            visit.page().getByText("People who sign in for it").click();
            assertThat(person(visit, As.OPERATOR_B.user())).containsText("Operator");
            assertThat(visit.page().getByLabel("Auditor")).hasCount(0);
            assertThat(visit.page().locator("body")).not().containsText("operator-a");
            visit.press("Invite");
            visit.sound("admin-people-faults", List.of("422"));

            // When
            visit.page().locator("#firstName").fill("Ada");
            visit.page().locator("#lastName").fill("Winter");
            visit.page().locator("#mail").fill(mail);
            visit.page().locator("#roles").check();
            visit.press("Invite");

            // Then
            assertThat(visit.page().getByRole(AriaRole.STATUS)).containsText("could not write to this person");
            assertThat(person(visit, mail)).containsText("Has still to do at the next sign-in: configure totp, update password");
            visit.sound("admin-people");
        }
    }

    @Test
    void whoeverIsInvitedGetsOtherRolesIsShutOutAndLetInAgain() {
        try (Visit visit = Chromium.visit(home)) {
            // Given
            String mail = "ada-" + UUID.randomUUID().toString().substring(0, 8) + "@grid.example";
            visit.signIn(As.ADMIN).open(OUR_OWN);
            visit.page().locator("#firstName").fill("Ada");
            visit.page().locator("#lastName").fill("Winter");
            visit.page().locator("#mail").fill(mail);
            visit.page().locator("#roles").check();
            visit.press("Invite");

            // When
            person(visit, mail).locator("summary").click();
            person(visit, mail).getByLabel("Auditor").check();
            does(visit, mail, "Change roles");
            saysThat(visit, "The roles are changed");
            List<String> roles = person(visit, mail).locator(".tocsin-mark").allInnerTexts();
            does(visit, mail, "Sign out everywhere");
            saysThat(visit, "signed out everywhere");
            does(visit, mail, "Invite again");
            saysThat(visit, "could not write to this person");
            does(visit, mail, "Disable");
            saysThat(visit, "disabled and signed out everywhere");
            visit.sound("admin-people-disabled");
            does(visit, mail, "Let in again");

            // Then
            saysThat(visit, "can sign in again");
            assertThat(roles).containsExactlyInAnyOrder("Operator", "Auditor");
            assertThat(Rows.column("select e.type from audit_entry e join audit_payload p on p.entry_id = e.id where "
                    + "e.type not like '%-begun' and convert_from(p.content, 'UTF8') like ? order by e.id", "%" + mail + "%"))
                    .containsExactly("person.invited", "person.roles-changed", "person.signed-out", "person.invited-again", "person.disabled", "person.enabled");
            assertThat(Statements.leastOf(() -> visit.open(people)).roundTrips()).isLessThanOrEqualTo(12);
        }
    }

    private static void does(Visit visit, String mail, String act) {
        person(visit, mail).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(act)).click();
    }

    private static void saysThat(Visit visit, String words) {
        assertThat(visit.page().getByRole(AriaRole.STATUS)).containsText(words);
    }

    @Test
    void whoHasAnAccountElsewhereIsNotInvitedAndNobodyShutsThemselvesOut() {
        try (Visit visit = Chromium.visit(home)) {
            // Given
            visit.signIn(As.ADMIN).open(people);

            // When
            visit.page().locator("#firstName").fill("Ola");
            visit.page().locator("#lastName").fill("Berg");
            visit.page().locator("#mail").fill("liaison-1@cert.example");
            visit.page().locator("#roles").check();
            visit.press("Invite");

            // Then
            assertThat(visit.page().locator("#mail-error")).containsText("There is an account of this address already.");
            assertThat(person(visit, As.LIAISON_1.user())).hasCount(0);
            visit.open(OUR_OWN);
            assertThat(person(visit, As.ADMIN.user())).containsText("you");
            assertThat(person(visit, As.ADMIN.user()).locator("form[action$='/disable']")).hasCount(0);
        }
    }

    @Test
    void anotherOrganisationsPersonIsNotFoundAndNobodyElseSeesPeople() {
        try (Visit admin = Chromium.visit(home); Visit liaison = Chromium.visit(home)) {
            // Given
            TestPeople.known(As.LIAISON_1);
            admin.signIn(As.ADMIN).open(OUR_OWN);
            String theirs = person(admin, As.LIAISON_1.user()).locator("form[action$='/disable']").getAttribute("action").split("/")[5];

            // When
            int answer = admin.page().request().post(home + "admin/organisations/" + TestOrganisation.B.id() + "/people/" + theirs + "/disable",
                    com.microsoft.playwright.options.RequestOptions.create().setHeader("Origin", home.toString().replaceFirst("/$", ""))
                            .setHeader("Sec-Fetch-Site", "same-origin").setHeader("Content-Type", "application/x-www-form-urlencoded").setData("a=b")).status();

            // Then
            assertThat(answer).isEqualTo(404);
            liaison.signIn(As.LIAISON_2).open(people);
            assertThat(liaison.page().getByRole(AriaRole.HEADING)).hasText("You cannot do this here");
        }
    }
}
