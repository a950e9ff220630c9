package org.tocsin.quarantine;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.tocsin.json.Json;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.StackResource;
import org.tocsin.local.Statements;
import org.tocsin.local.Visit;
import org.tocsin.report.Drafts;

/** A person decides what a held report is, in a real browser. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class QuarantinePagesTest {

    private static final int MOST_STATEMENTS = 12;

    @TestHTTPResource("/")
    URL home;

    @Test
    void aLiaisonAcceptsOneAndRefusesAnother() {
        try (Visit visit = Chromium.visit(home)) {
            // Given
            String first = held();
            String second = held();
            visit.signIn(As.LIAISON_1).open("/quarantine").sound("quarantine");

            // When
            visit.open("/quarantine/" + first).sound("quarantine-held");
            visit.press("Accept as a report");

            // Then
            assertThat(visit.page().locator(".tocsin-timeline")).isVisible();
            visit.open("/quarantine/" + second);
            visit.press("Refuse");
            assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("Give a reason");
            visit.sound("quarantine-no-reason", List.of("422"));
            visit.page().getByLabel("Why it is refused").fill("<b>Nobody</b> sent this");
            visit.press("Refuse");
            assertThat(visit.page().getByText("<b>Nobody</b> sent this")).isVisible();
            Statements cost = Statements.leastOf(() -> visit.open("/quarantine"));
            Assertions.assertThat(cost.roundTrips()).as("" + cost.texts()).isLessThanOrEqualTo(MOST_STATEMENTS);
        }
    }

    @Test
    void anOperatorDecidesNothing() {
        try (Visit visit = Chromium.visit(home)) {
            visit.signIn(As.OPERATOR_A).open("/quarantine");
            assertThat(visit.page().getByRole(AriaRole.HEADING)).hasText("You cannot do this here");
        }
    }

    private static String held() {
        HttpResponse<String> answer = LateSensors.certified().file(Drafts.earlyWarning().toString());
        Assertions.assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return Json.tree(answer.body().getBytes()).path("quarantine").asText();
    }
}
