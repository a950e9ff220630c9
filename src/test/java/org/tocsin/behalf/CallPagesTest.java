package org.tocsin.behalf;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Statements;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.Visit;

/** A liaison takes a report on the telephone, in a real browser. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CallPagesTest {


    private final String title = "Servers disagree " + UUID.randomUUID();

    @TestHTTPResource("/")
    String home;

    private Visit visit(String user, boolean script) {
        return Chromium.visit(home, script ? Visit.Wish.PLAIN : Visit.Wish.PLAIN.withoutScript()).signIn(user);
    }

    private static void press(Visit visit, String button) {
        visit.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
    }

    private void fillIn(Page page) {
        page.selectOption("[name='/organisation']", TestOrganisation.A.id());
        page.fill("[name='/caller/name']", "Ada Winter");
        page.fill("[name='/caller/number']", "+49 30 5550100");
        page.fill("[name='/calledAt/date']", "2026-11-23");
        page.fill("[name='/calledAt/time']", "04:20");
        page.selectOption("[name='/calledAt/zone']", "Europe/Berlin");
        page.fill("[name='/submission/title']", title);
        page.fill("[name='/submission/awareAt/date']", "2026-11-23");
        page.fill("[name='/submission/awareAt/time']", "03:15");
        page.check("[name='/submission/awareAt/doubt']");
        page.check("[name='/submission/suspectedMalicious'][value=unknown]");
        page.check("[name='/submission/crossBorder'][value=no]");
        page.fill("[name='/statements']", "04:21 Both time servers jumped.\nWe cannot sign in.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatACallerSaysIsFiledAndTheCallBackWrittenDownLater(boolean script) {
        try (Visit liaison = visit(As.LIAISON_1.user(), script)) {
            // Given
            Page page = liaison.open("/triage").page();
            page.getByText("Take a report by telephone").click();
            fillIn(page);

            // When
            press(liaison, "File it for them");

            // Then
            assertThat(page.locator("h1")).hasText(title);
            assertThat(page.locator("main")).containsText("Both time servers jumped.");
            assertThat(page.locator("main")).containsText("23 Nov 2026, 03:21");
            assertThat(page.locator("main")).containsText("The clock that told when this was noticed is not trusted.");
            page.getByText("Write down that the caller was called back").click();
            page.fill("#back-number", "+49 30 5550199");
            page.fill("#back-how", "Switchboard, number from the contract.");
            press(liaison, "Called back just now");
            assertThat(page.locator("main")).containsText("+49305550199, by " + As.LIAISON_1.user() + ": Switchboard, number from the contract.");
        }
    }

    @Test
    void faultsAreSaidAtTheirFieldsAndWhatWasTypedStays() {
        try (Visit liaison = visit(As.LIAISON_1.user(), true)) {
            // Given
            Page page = liaison.open("/behalf").sound("behalf-call").page();
            fillIn(page);
            page.selectOption("[name='/organisation']", "");
            page.fill("[name='/caller/number']", "0 30 <script>alert(1)</script>");
            page.fill("[name='/calledAt/time']", "4.20 or so");

            // When
            press(liaison, "File it for them");

            // Then
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nothing was filed yet");
            assertThat(page.locator("#f-organisation-error")).isVisible();
            assertThat(page.locator("#f-caller-number-error")).isVisible();
            assertThat(page.locator("#f-calledAt-error")).isVisible();
            assertThat(page.locator("#f-calledAt-time")).hasValue("4.20 or so");
            assertThat(page.locator("#f-calledAt-zone")).hasValue("Europe/Berlin");
            assertThat(page.locator("[name='/caller/number']")).hasValue("0 30 <script>alert(1)</script>");
            assertThat(page.locator("[name='/submission/title']")).hasValue(title);
            assertThat(Rows.number("select count(*) from report where title = ?", title)).isZero();
            liaison.sound("behalf-call-faults", List.of("422"));
        }
    }

    @Test
    void theSamePageSentTwiceIsFiledOnce() {
        try (Visit liaison = visit(As.LIAISON_1.user(), true)) {
            // Given
            Page page = liaison.open("/behalf").page();
            fillIn(page);
            String key = page.inputValue("[name=key]");
            press(liaison, "File it for them");
            String first = page.url();

            // When
            liaison.open("/behalf");
            fillIn(page);
            page.evaluate("key => document.querySelector('[name=key]').value = key", key);
            press(liaison, "File it for them");

            // Then
            assertThat(page.locator("h1")).hasText(title);
            assertThat(page.url()).isEqualTo(first);
            assertThat(Rows.number("select count(*) from report where title = ?", title)).isEqualTo(1);
        }
    }

    @Test
    void nobodyElseTakesCallsAndThePageCostsFewStatements() {
        try (Visit operator = visit(As.OPERATOR_A.user(), true); Visit liaison = visit(As.LIAISON_1.user(), true)) {
            operator.open("/behalf");
            assertThat(operator.page().locator("h1")).hasText("You cannot do this here");
            assertThat(Statements.leastOf(() -> liaison.open("/behalf")).roundTrips()).isLessThanOrEqualTo(12);
        }
    }
}
