package org.tocsin.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.report.FiledReport;

/** What stands in the way of erasing: the report's state, a hold, no reason given, and the database itself. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WhatIsNotErasedTest {

    @ParameterizedTest
    @ValueSource(strings = {"received", "in-triage", "awaiting-operator", "released", "forwarded", "acknowledged", "reopened", "withdrawal-asked"})
    void whatHasNotEndedIsNotErased(String state) {
        // Given
        FiledReport report = EndedReport.of(As.OPERATOR_A, state, 5000);
        long traces = EndedReport.traces(report);

        // When
        Response answer = ErasureRequest.erase(report);

        // Then
        ErasureRequest.isProblem(answer, 409, "not-in-this-state");
        assertThat(EndedReport.traces(report)).isEqualTo(traces).isPositive();
    }

    @Test
    void whatIsStillOnItsWayIsNotErased() {
        // Given
        FiledReport report = EndedReport.of(As.OPERATOR_A, "closed", 0);
        UUID release = UUID.randomUUID();
        EndedReport.change("insert into release values (cast(? as uuid), cast(? as uuid), '" + TestOrganisation.A.id() + "', 1, '" + As.LIAISON_1.user() + "', now())", release.toString(), report.id());
        EndedReport.change("""
                insert into delivery (id, release_id, report_id, organisation_id, revision_number, destination, document, digest, state, next_attempt_at, created_at)
                values (gen_random_uuid(), cast(? as uuid), cast(? as uuid), cast(? as text), 1, 'nowhere', '\\x7b7d', sha256('{}'), 'pending', now() + interval '1 day', now())""",
                release.toString(), report.id(), TestOrganisation.A.id());

        // When
        Response answer = ErasureRequest.erase(report);

        // Then
        ErasureRequest.isProblem(answer, 409, "still-needed");
    }

    @Test
    void whatIsHeldIsNotErasedUntilTheHoldIsLifted() {
        // Given
        FiledReport report = EndedReport.of(As.OPERATOR_A, "closed", 0);
        Response hold = As.ADMIN.sends("{\"reason\": \"Court.\"}").post(report.url() + "/holds");
        assertThat(hold.statusCode()).as(hold.asString()).isEqualTo(201);

        // When
        Response held = ErasureRequest.erase(report);
        Response withoutReason = As.ADMIN.asks().delete(hold.header("Location"));
        int lifted = As.ADMIN.asks().queryParam("reason", "The court has ruled.").delete(hold.header("Location")).statusCode();
        int again = As.ADMIN.asks().queryParam("reason", "Again.").delete(hold.header("Location")).statusCode();
        Response free = ErasureRequest.erase(report);

        // Then
        ErasureRequest.isProblem(held, 409, "held");
        ErasureRequest.isProblem(withoutReason, 400, "reason-missing");
        assertThat(List.of(lifted, again, free.statusCode())).containsExactly(204, 404, 200);
        assertThat(Rows.column("select type || ' ' || audience from timeline where report_id = cast(? as uuid) and type like 'hold.%' order by number", report.id()))
                .containsExactly("hold.placed internal", "hold.lifted internal");
    }

    @Test
    void aHoldOnAnOrganisationHoldsAllOfIts() {
        // Given
        FiledReport report = EndedReport.of(As.OPERATOR_B, "closed", 0);
        FiledReport others = EndedReport.of(As.OPERATOR_A, "closed", 0);
        Response hold = As.ADMIN.sends("{\"reason\": \"Court.\"}").post("/api/v1/organisations/" + TestOrganisation.B.id() + "/holds");

        // When
        Response held = ErasureRequest.erase(report);
        Response free = ErasureRequest.erase(others);
        String listed = As.AUDITOR.asks().get("/api/v1/holds").asString();
        As.ADMIN.asks().queryParam("reason", "Over.").delete(hold.header("Location"));

        // Then
        ErasureRequest.isProblem(held, 409, "held");
        assertThat(free.statusCode()).isEqualTo(200);
        assertThat(listed).contains(hold.<String>path("id"));
        assertThat(As.ADMIN.asks().get("/api/v1/holds").asString()).doesNotContain(hold.<String>path("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\": \"\"}", "{\"reason\": 1}"})
    void withoutAReasonNothingIsErasedOrHeld(String body) {
        // Given
        FiledReport report = EndedReport.of(As.OPERATOR_A, "closed", 0);

        // When
        Response erased = As.ADMIN.sends(body).post(report.url() + "/erasure");
        Response held = As.ADMIN.sends(body).post(report.url() + "/holds");

        // Then
        ErasureRequest.isProblem(erased, 422, "invalid");
        ErasureRequest.isProblem(held, 422, "invalid");
        assertThat(EndedReport.traces(report)).isPositive();
    }

    /** The service's role, past the service's code: by hand, with everything that it may set. */
    private static SQLException byHand(String... statements) {
        return catchThrowableOfType(SQLException.class, () -> {
            try (Connection service = Rows.asService()) {
                service.setAutoCommit(false);
                service.createStatement().execute("select set_config('tocsin.sight', 'all', true)");
                for (String statement : statements) {
                    service.createStatement().execute(statement);
                }
                service.commit();
            }
        });
    }

    private static String erasure(FiledReport report, UUID id) {
        return "insert into erasure (id, organisation_id, report_id, scope, why, asked_by, at) values ('" + id + "', '" + TestOrganisation.A.id() + "', '"
                + report.id() + "', 'report', 'why', 'who', now())";
    }

    @Test
    void theDatabaseItselfRefusesWhatIsNotAnErasureOfThisTransaction() {
        // Given
        FiledReport open = FiledReport.by(As.OPERATOR_A);
        FiledReport held = EndedReport.of(As.OPERATOR_A, "closed", 0);
        As.ADMIN.sends("{\"reason\": \"Court.\"}").post(held.url() + "/holds");
        FiledReport earlier = EndedReport.of(As.OPERATOR_A, "closed", 0);
        UUID id = UUID.randomUUID();
        String call = "select erase_revisions('" + id + "')";

        // When / Then
        assertThat((Throwable) byHand(call)).hasMessageContaining("no erasure");
        assertThat((Throwable) byHand(erasure(open, id), call)).hasMessageContaining("not done with");
        assertThat((Throwable) byHand(erasure(held, id), call)).hasMessageContaining("held");
        assertThat((Throwable) byHand(erasure(earlier, id))).isNull();
        assertThat((Throwable) byHand(call)).hasMessageContaining("no erasure");
        assertThat((Throwable) byHand("select erasing('" + id + "')")).hasMessageContaining("permission denied");
        assertThat((Throwable) byHand("update erasure set why = 'other'")).hasMessageContaining("permission denied");
        assertThat((Throwable) byHand("select forget_keys('" + TestOrganisation.A.id() + "', now())")).hasMessageContaining("24 hours");
        assertThat(List.of(EndedReport.traces(open), EndedReport.traces(held), EndedReport.traces(earlier))).allMatch(traces -> traces > 0);
    }
}
