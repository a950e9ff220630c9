package org.tocsin.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.Together;
import org.tocsin.party.Organisations;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;
import org.tocsin.report.Reports;
import org.tocsin.store.Transactions;
import org.tocsin.time.ClockWatch;

/** What the nightly run takes, and what it leaves. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class HousekeepingTest {

    @Inject
    Housekeeping housekeeping;
    @Inject
    EntityManager database;
    @Inject
    Transactions transactions;
    @Inject
    Organisations organisations;
    @Inject
    Reports reports;
    @Inject
    Due due;
    @Inject
    Erasing erasing;
    @Inject
    AgedContent aged;

    private static Response rules(String organisation, String body) {
        return As.ADMIN.sends(body).put("/api/v1/organisations/" + organisation + "/retention");
    }

    @AfterEach
    void asBefore() {
        rules(TestOrganisation.A.id(), "{}");
        rules(TestOrganisation.B.id(), "{}");
    }

    private static boolean erased(FiledReport report) {
        return EndedReport.traces(report) == 0;
    }

    @ParameterizedTest
    @CsvSource({"closed,1826,true", "closed,1824,false", "withdrawn,366,true", "rejected,366,true", "merged,366,true",
            "withdrawn,364,false", "released,5000,false", "received,5000,false"})
    void reportsGoWhenTheirTimeIsOver(String state, int daysAgo, boolean goes) {
        // Given
        FiledReport report = EndedReport.of(As.OPERATOR_A, state, daysAgo);

        // When
        housekeeping.run();

        // Then
        assertThat(erased(report)).isEqualTo(goes);
    }

    @Test
    void anOrganisationsOwnRuleCountsForItAlone() {
        // Given
        FiledReport one = EndedReport.of(As.OPERATOR_A, "closed", 40);
        FiledReport other = EndedReport.of(As.OPERATOR_B, "closed", 40);

        // When
        Response set = rules(TestOrganisation.A.id(), "{\"closedReportsDays\": 30}");
        housekeeping.run();

        // Then
        assertThat(set.jsonPath().getInt("inForce.closedReportsDays")).isEqualTo(30);
        assertThat(set.jsonPath().getInt("inForce.withdrawnReportsDays")).isEqualTo(365);
        assertThat(set.jsonPath().getMap("own")).hasSize(1);
        assertThat(List.of(erased(one), erased(other))).containsExactly(true, false);
    }

    @Test
    void filesGoBeforeTheirReport() {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        String url = As.OPERATOR_A.asks().contentType("text/plain").body(UUID.randomUUID().toString())
                .post(report.url() + "/attachments?name=a.log").header("Location");
        EndedReport.end(report, "closed", 1100);

        // When
        housekeeping.run();

        // Then
        assertThat(As.OPERATOR_A.asks().get(url).jsonPath().getString("erasedBecause")).isNotBlank();
        assertThat(As.OPERATOR_A.asks().get(report.url()).jsonPath().getString("latest.submission.title")).isNotBlank();
        assertThat(Rows.column("select type from timeline where report_id = cast(? as uuid) and detail = '{}'", report.id())).containsExactly("attachment.added");
    }

    @Test
    void whatIsHeldStaysAndIsShownInThePreview() {
        // Given
        FiledReport held = EndedReport.of(As.OPERATOR_B, "closed", 2000);
        FiledReport due = EndedReport.of(As.OPERATOR_B, "closed", 2000);
        As.ADMIN.sends("{\"reason\": \"Court.\"}").post(held.url() + "/holds");

        // When
        Response preview = As.AUDITOR.asks().get("/api/v1/retention/preview");
        housekeeping.run();

        // Then
        String line = "find { it.organisation == '" + TestOrganisation.B.id() + "' && it.of == 'closed-reports' }";
        assertThat(preview.jsonPath().<String>getList(line + ".reports")).contains(due.id()).doesNotContain(held.id());
        assertThat(preview.jsonPath().getInt(line + ".held")).isPositive();
        assertThat(List.of(erased(held), erased(due))).containsExactly(false, true);
    }

    @Test
    void aClockThatGoesWrongInTheMidstOfARunEndsIt() {
        // Given
        housekeeping.run(TestOrganisation.A.id());
        List<FiledReport> ended = List.of(EndedReport.of(As.OPERATOR_A, "closed", 2000), EndedReport.of(As.OPERATOR_A, "closed", 2000));
        ClockWatch clock = mock(ClockWatch.class);
        when(clock.isInDoubt()).thenReturn(false, true);

        // When
        new Housekeeping(database, transactions, organisations, reports, due, erasing, aged, clock).run(TestOrganisation.A.id());
        List<Boolean> during = ended.stream().map(HousekeepingTest::erased).toList();
        housekeeping.run(TestOrganisation.A.id());

        // Then
        assertThat(during).containsExactlyInAnyOrder(true, false);
        assertThat(ended).allMatch(HousekeepingTest::erased);
    }

    @Test
    void twoRunsAtOnceEraseEachReportOnce() {
        // Given
        List<FiledReport> reports = List.of(EndedReport.of(As.OPERATOR_A, "closed", 2000), EndedReport.of(As.OPERATOR_A, "withdrawn", 2000),
                EndedReport.of(As.OPERATOR_A, "closed", 2000));

        // When
        Together.all(List.of(this::runIt, this::runIt, this::runIt));

        // Then
        assertThat(reports).allMatch(HousekeepingTest::erased);
        assertThat(reports).allSatisfy(report -> assertThat(
                Rows.number("select count(*) from erasure where report_id = cast(? as uuid)", report.id())).isEqualTo(1));
    }

    private boolean runIt() {
        housekeeping.run(TestOrganisation.A.id());
        return true;
    }

    @Test
    void keysAreForgottenWhenTheirTimeIsOverAndNumbersAreNot() {
        // Given
        String key = UUID.randomUUID().toString();
        FiledReport report = FiledReport.of(As.OPERATOR_A.sends(Drafts.earlyWarning().put("externalRef", key)).header("Idempotency-Key", key).post("/api/v1/reports"));
        String kinds = "select kind from submission_key where report_id = cast(? as uuid) order by kind";
        EndedReport.change("update submission_key set created_at = now() - interval '6 days' where report_id = cast(? as uuid)", report.id());
        housekeeping.run();
        List<String> before = Rows.column(kinds, report.id());

        // When
        EndedReport.change("update submission_key set created_at = now() - interval '8 days' where report_id = cast(? as uuid)", report.id());
        housekeeping.run();

        // Then
        assertThat(before).containsExactly("external-ref", "idempotency-key");
        assertThat(Rows.column(kinds, report.id())).containsExactly("external-ref");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"closedReportsDays\": 0}", "{\"idempotencyKeysDays\": 1}", "{\"reportsDays\": 10}", "{\"attachmentsDays\": \"10\"}"})
    void aRuleThatIsNoneIsRefused(String body) {
        // When
        Response answer = rules(TestOrganisation.A.id(), body);

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:invalid");
    }

    @Test
    void anOperatorSeesItsOwnRulesOnly() {
        // When
        Response own = As.OPERATOR_A.asks().get("/api/v1/organisations/" + TestOrganisation.A.id() + "/retention");
        Response others = As.OPERATOR_A.asks().get("/api/v1/organisations/" + TestOrganisation.B.id() + "/retention");
        Response unknown = As.OPERATOR_A.asks().get("/api/v1/organisations/no-such/retention");

        // Then
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(others.asByteArray()).isEqualTo(unknown.asByteArray());
        assertThat(As.ADMIN.asks().get("/api/v1/organisations/no-such/retention").statusCode()).isEqualTo(404);
    }
}
