package org.tocsin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestPeople;
import org.tocsin.local.Visit;

/** Swagger UI outside production, in a real browser, with a real sign-in. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SwaggerUiTest {

    private static final double PATIENCE_MILLIS = 60_000;
    private static final Path PICTURE = Path.of("target", "pages", "swagger-ui.png");

    @TestHTTPResource("/")
    URL home;

    @Test
    void whoSignsInThereCanTryTheApi() {
        try (Visit visit = Chromium.visit(home)) {
            Page page = visit.page();
            page.setDefaultTimeout(PATIENCE_MILLIS);
            List<String> violations = new CopyOnWriteArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    violations.add(message.text());
                }
            });

            // Given
            TestPeople.known(As.OPERATOR_A);
            visit.open("/q/swagger-ui/");
            page.locator(".auth-wrapper .authorize").first().click();
            Page signIn = page.waitForPopup(() -> page.locator(".modal-ux .auth-container")
                    .filter(new Locator.FilterOptions().setHasText("OAuth2"))
                    .locator("button.authorize").click());
            signIn.fill("#username", As.OPERATOR_A.user());
            signIn.fill("#password", "demo");
            signIn.click("#kc-login");
            assertThat(page.locator(".modal-ux").getByText("Authorized", new Locator.GetByTextOptions().setExact(true)))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
            page.locator(".modal-ux .btn-done").first().click();

            // When
            page.locator("#operations-tag-Inventory").click();
            var operation = page.locator(".opblock-get").filter(new Locator.FilterOptions()
                    .setHasText("An inventory, in parts"));
            operation.locator(".opblock-summary").click();
            operation.locator(".try-out__btn").click();
            operation.locator(".execute").click();

            // Then
            assertThat(operation.locator(".live-responses-table .response-col_status").last()).containsText("200",
                    new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURE));
            assertThat(violations).isEmpty();
        }
    }

    @Test
    void itsWindowsMayTalkToEachOtherAndNoPageOfOursMayDoSo() {
        assertThat(given().get("/q/swagger-ui/").header("Cross-Origin-Opener-Policy")).isEqualTo("unsafe-none");
        assertThat(given().get("/signed-out").header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    }
}
