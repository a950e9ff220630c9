package org.tocsin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.local.Chromium;
import org.tocsin.local.StackResource;
import org.tocsin.local.Visit;

/** Outside the demo, one factor opens no page to a liaison or an administrator. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class StrongSignInTest {

    private static final List<String> LEVELS = List.of("mfa");

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
        try (Chromium chromium = new Chromium(); Visit liaison = chromium.visit(home); Visit operator = chromium.visit(home)) {

            // When
            liaison.signIn("liaison-1");
            operator.signIn("operator-a").open("/reports");

            // Then
            assertThat(liaison.page().getByRole(AriaRole.HEADING)).hasText("Sign in with a second factor");
            liaison.sound("weak-sign-in", List.of("403"));
            liaison.open("/triage");
            assertThat(liaison.page().getByRole(AriaRole.HEADING)).hasText("Sign in with a second factor");
            assertThat(operator.page().getByRole(AriaRole.HEADING)).containsText("Your organisation’s reports");
        }
    }
}
