package org.tocsin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestPeople;
import org.tocsin.local.Visit;

/** Outside the demo, one factor opens no page to a liaison or an administrator. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class StrongSignInTest {

    private static final List<String> LEVELS = List.of("mfa");
    private static final Page.GetByRoleOptions LEVEL_1 = new Page.GetByRoleOptions().setLevel(1);

    @TestHTTPResource("/")
    URL home;

    @Test
    void aPasswordAloneIsNotStrongWhateverItsLevelIsCalled() {
        assertThat(StrongSignIn.isStrong(null, List.of(), LEVELS)).isFalse();
        assertThat(StrongSignIn.isStrong("1", List.of("pwd"), LEVELS)).isFalse();
        assertThat(StrongSignIn.isStrong("0", List.of("pwd", "otp"), LEVELS)).isTrue();
        assertThat(StrongSignIn.isStrong("1", List.of("hwk"), LEVELS)).isTrue();
        assertThat(StrongSignIn.isStrong("mfa", List.of(), LEVELS)).isTrue();
    }

    @Test
    void aLiaisonWithAPasswordAloneIsToldWhatToDoAndAnOperatorIsLetIn() {
        // Given
        QuarkusMock.installMockForType(new StrongSignIn.Rule("required", LEVELS), StrongSignIn.Rule.class);
        try (Visit liaison = Chromium.visit(home); Visit operator = Chromium.visit(home)) {

            // When
            liaison.signIn(As.LIAISON_1);
            operator.signIn(As.OPERATOR_A).open("/reports");

            // Then
            assertThat(liaison.page().getByRole(AriaRole.HEADING)).hasText("Sign in with a second factor");
            liaison.sound("weak-sign-in", List.of("403"));
            liaison.open("/triage");
            assertThat(liaison.page().getByRole(AriaRole.HEADING)).hasText("Sign in with a second factor");
            assertThat(operator.page().getByRole(AriaRole.HEADING)).containsText("Your organisation’s reports");
        }
    }

    @Test
    void aLiaisonWhoSetUpOneTimeCodesComesInWithOne() {
        // Given
        QuarkusMock.installMockForType(new StrongSignIn.Rule("required", LEVELS), StrongSignIn.Rule.class);
        TestPeople.Account person = TestPeople.person("national-cert", "liaison");
        TestPeople.mustFirst(person, "CONFIGURE_TOTP");
        try (Visit first = Chromium.visit(home); Visit second = Chromium.visit(home)) {
            password(first, person);
            first.page().click("#mode-manual");
            OneTimeCodes codes = new OneTimeCodes(first.page().inputValue("#totpSecret"));
            first.page().fill("#totp", codes.now());
            first.page().fill("#userLabel", "telephone");
            first.page().click("#saveTOTPBtn");

            // When
            password(second, person);
            // A code counts once, so this is the one after.
            second.page().fill("#otp", codes.next());
            second.page().click("#kc-login");
            second.page().waitForURL(url -> url.startsWith(home.toString()));
            second.open("/triage");

            // Then
            assertThat(first.page().getByRole(AriaRole.HEADING)).hasText("Sign in with a second factor");
            assertThat(second.page().getByRole(AriaRole.HEADING, LEVEL_1)).hasText("Queue");
        }
    }

    @Test
    void aPasskeyIsEnoughByItself() {
        // Given
        QuarkusMock.installMockForType(new StrongSignIn.Rule("required", LEVELS), StrongSignIn.Rule.class);
        TestPeople.Account person = TestPeople.person("national-cert", "liaison");
        TestPeople.mustFirst(person, "webauthn-register-passwordless");
        try (Visit visit = Chromium.visit(home)) {
            insertAuthenticator(visit);
            visit.page().onDialog(dialog -> dialog.accept("laptop"));
            password(visit, person);
            pressed(visit, "#registerWebAuthn");
            assertThat(visit.page().getByRole(AriaRole.HEADING)).hasText("Sign in with a second factor");
            visit.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();

            // When
            visit.open("/");
            visit.page().click("#try-another-way");
            visit.page().getByText("Passkey").first().click();
            pressed(visit, "#authenticateWebAuthnButton");
            visit.page().waitForURL(url -> url.startsWith(home.toString()));
            visit.open("/triage");

            // Then
            assertThat(visit.page().getByRole(AriaRole.HEADING, LEVEL_1)).hasText("Queue");
        }
    }

    /** The button does nothing before the page's script has run. */
    private static void pressed(Visit visit, String button) {
        visit.page().waitForSelector(button);
        visit.page().waitForLoadState();
        visit.page().click(button);
    }

    private static void password(Visit visit, TestPeople.Account person) {
        visit.open("/");
        visit.page().fill("#username", person.name());
        visit.page().fill("#password", "demo");
        visit.page().click("#kc-login");
    }

    /** The browser's own stand-in for a device with a fingerprint reader. */
    private static void insertAuthenticator(Visit visit) {
        CDPSession devices = visit.page().context().newCDPSession(visit.page());
        devices.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        for (String ability : List.of("hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation")) {
            options.addProperty(ability, true);
        }
        JsonObject device = new JsonObject();
        device.add("options", options);
        devices.send("WebAuthn.addVirtualAuthenticator", device);
    }
}
