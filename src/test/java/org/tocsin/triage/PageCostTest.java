package org.tocsin.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.StackResource;
import org.tocsin.local.Statements;
import org.tocsin.local.Visit;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;
import org.tocsin.report.Revising;

/** What a liaison's pages cost at the database, when there is much on them. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PageCostTest {

    private static final int MOST = 12;

    @TestHTTPResource("/")
    String home;

    @Test
    void aReportWithEverythingOnItIsReadInFewStatements() {
        try (Visit liaison = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.LIAISON_1)) {
            // Given
            FiledReport report = FiledReport.by(As.OPERATOR_A);
            Desk.act(As.LIAISON_1, report, "claim", 1);
            As.LIAISON_1.sends("{\"version\": 2, \"text\": \"Who was there?\"}").post(report.url() + "/questions");
            Revising.with(As.OPERATOR_A, "*", Drafts.earlyWarning()).post(report.url() + "/revisions");

            // When
            Statements cost = Statements.leastOf(() -> liaison.open("/reports/" + report.reference()));

            // Then
            assertThat(cost.roundTrips()).as(String.join("\n", cost.texts())).isLessThanOrEqualTo(MOST);
        }
    }
}
