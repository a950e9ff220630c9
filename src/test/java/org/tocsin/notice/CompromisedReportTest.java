package org.tocsin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Callers;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.party.Caller;
import org.tocsin.report.FiledReport;
import org.tocsin.report.ReportReading;

/** What a liaison sees on the report of one whose mail, phones or sign-in are in someone else's hands. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CompromisedReportTest {

    private final String organisation = "/api/v1/organisations/" + TestOrganisation.B.id();
    private final Caller liaison = Callers.person(As.LIAISON_1.user(), "pages", null, "liaison");
    private final Caller operator = Callers.person(As.OPERATOR_B.user(), "pages", TestOrganisation.B.id(), "operator");

    @Inject
    CompromiseSection section;
    @Inject
    ReportReading reading;

    private FiledReport report;

    @BeforeEach
    void file() {
        lift();
        report = FiledReport.by(As.OPERATOR_B);
    }

    @AfterEach
    void lift() {
        As.LIAISON_1.asks().queryParam("calledBack", "after the test").delete(organisation + "/compromise").then().statusCode(200);
        As.OPERATOR_B.sends("{}").put(organisation + "/contacts").then().statusCode(200);
    }

    @Test
    void theLiaisonSeesWhatStandsAndHowTheOrganisationIsReached() {
        // Given
        As.OPERATOR_B.sends("{\"outOfBand\": [\"A. Lind, <private> phone\"]}").put(organisation + "/contacts").then().statusCode(200);

        // When
        As.OPERATOR_B.sends("{\"means\": [\"phones\", \"sign-in\"], \"reason\": \"The PBX answers by itself.\"}").put(organisation + "/compromise");
        JsonPath seen = As.LIAISON_1.asks().get(report.url()).jsonPath();
        String page = section.show(liaison, reading.report(liaison, report.id())).orElseThrow().render();

        // Then
        assertThat(seen.getList("liaison.compromise.standing.means")).containsExactlyInAnyOrder("phones", "sign-in");
        assertThat(seen.getList("liaison.compromise.outOfBand")).containsExactly("A. Lind, <private> phone");
        assertThat(page).contains("Phones, since", "Sign in, since", "The PBX answers by itself.", "A. Lind, &lt;private&gt; phone");
    }

    @Test
    void nothingIsShownWhenAllIsWellAndNothingToTheOperator() {
        // When
        JsonPath well = As.LIAISON_1.asks().get(report.url()).jsonPath();
        As.OPERATOR_B.sends("{\"means\": [\"mail\"]}").put(organisation + "/compromise");

        // Then
        assertThat(well.getMap("liaison")).doesNotContainKey("compromise");
        assertThat(As.OPERATOR_B.asks().get(report.url()).jsonPath().getMap("$")).doesNotContainKey("liaison");
        assertThat(section.show(operator, reading.report(operator, report.id()))).isEmpty();
    }
}
