package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.mockito.InjectSpy;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.problem.Problem;
import org.tocsin.report.Drafts;
import org.tocsin.report.FiledReport;
import org.tocsin.report.Reports;

/** The second wall: what the database shows when the code does not check. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RowLevelSecurityTest {

    private static final String UNGUARDED = """
            select c.table_name from information_schema.columns c
            join pg_class t on t.relname = c.table_name and t.relnamespace = 'public'::regnamespace
            where c.table_schema = 'public' and c.column_name like '%organisation_id' and not t.relrowsecurity""";

    private static FiledReport report;

    @Inject
    Transactions transactions;
    @Inject
    EntityManager database;
    @InjectSpy
    Reports reports;

    /** A report that has been through everything, so that there is something to see in every table. */
    @BeforeEach
    void aReportThatWasReleased() {
        if (report == null) {
            As.OPERATOR_A.sends("""
                    {"name": "Clock", "kind": "time-server", "criticality": 4,
                     "edges": [{"type": "takes-time-from", "to": {"ref": "rls-source"}}]}""").put("/api/v1/assets/rls-clock");
            report = FiledReport.by(As.OPERATOR_A, Drafts.about("rls-clock").put("externalRef", UUID.randomUUID().toString()));
            String triage = "/api/v1/triage/" + report.id();
            As.LIAISON_1.sends("{\"version\": 1}").post(triage + "/claim");
            assertThat(As.LIAISON_1.sends("{\"version\": 2}").post(triage + "/release").statusCode()).isEqualTo(200);
        }
    }

    static List<String> ownedTables() {
        return Rows.ownedTables();
    }

    private long seen(Sight sight, String table) {
        return transactions.seeing(sight, () -> count(table));
    }

    private long count(String table) {
        return ((Number) database.createNativeQuery("select count(*) from " + table + " where organisation_id = '" + TestOrganisation.A.id() + "'")
                .getSingleResult()).longValue();
    }

    @Test
    void everyTableWithRowsOfOrganisationsIsGuarded() {
        assertThat(Rows.column(UNGUARDED)).isEmpty();
        assertThat(Rows.ownedTables()).contains("report", "revision", "enrichment", "timeline", "audit_entry", "audit_payload",
                "asset", "asset_handle", "asset_edge", "submission_key", "release", "delivery", "delivery_attempt", "peer_submission");
    }

    @ParameterizedTest
    @MethodSource("ownedTables")
    void anotherOrganisationsTransactionSeesNone(String table) {
        assertThat(seen(Sight.own(TestOrganisation.B.id()), table)).isZero();
    }

    @ParameterizedTest
    @MethodSource("ownedTables")
    void aTransactionThatSetsNothingSeesNone(String table) throws Exception {
        try (var bare = Rows.asService(); var rows = bare.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            assertThat(rows.getLong(1)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "revision", "enrichment", "timeline", "audit_entry", "audit_payload", "asset",
            "asset_handle", "asset_edge", "submission_key", "release", "delivery"})
    void thereWasSomethingToSee(String table) {
        assertThat(seen(Sight.own(TestOrganisation.A.id()), table)).isPositive();
        assertThat(seen(Sight.all(), table)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"enrichment where audience = 'liaison'", "timeline where audience = 'internal'",
            "audit_entry where audience = 'internal'", "audit_payload where audience = 'internal'", "report_asset"})
    void whatIsInternalIsHiddenFromTheOrganisationItIsAbout(String rows) {
        // Given
        assertThat(Rows.number("select count(*) from " + rows)).isPositive();

        // When
        long seen = transactions.seeing(Sight.own(TestOrganisation.A.id()), () ->
                ((Number) database.createNativeQuery("select count(*) from " + rows).getSingleResult()).longValue());

        // Then
        assertThat(seen).isZero();
    }

    @Test
    void anotherOrganisationCannotWriteInItsName() {
        // When
        int changed = transactions.seeing(Sight.own(TestOrganisation.B.id()), () ->
                database.createNativeQuery("update report set title = 'seized' where organisation_id = '" + TestOrganisation.A.id() + "'").executeUpdate());

        // Then
        assertThat(changed).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/revisions", "/audit", "/deliveries"})
    void withTheCodesOwnCheckSwitchedOffAReportIsStillNotFound(String part) {
        // Given
        doAnswer(call -> reports.findByIdOptional(UUID.fromString(call.getArgument(1)))
                .orElseThrow(() -> Problem.notFound("report"))).when(reports).visible(any(), anyString());

        // When
        int owners = As.OPERATOR_A.asks().get(report.url() + part).statusCode();
        int others = As.OPERATOR_B.asks().get(report.url() + part).statusCode();

        // Then
        assertThat(owners).isEqualTo(200);
        assertThat(others).isEqualTo(404);
    }
}
