package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;

/** Requests with the same key that are in flight at the same time. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class TwinsTest {

    private static final String HOLD = """
            insert into submission_key (client, kind, key, organisation_id, fingerprint, report_id, answer, created_at)
            values (?, 'idempotency-key', ?, ?, '', gen_random_uuid(), '', now())""";
    private static final String WAITING = "select count(*) from pg_locks where not granted and locktype = 'transactionid'";

    private final String key = UUID.randomUUID().toString();
    private final ObjectNode draft = Drafts.earlyWarning();

    private Response post() {
        return As.OPERATOR_A.sends(draft).header("Idempotency-Key", key).post("/api/v1/reports");
    }

    /** As a first twin that has inserted its key and not committed yet. */
    private Connection holdKey() throws SQLException {
        Connection holder = Rows.asOwner();
        holder.setAutoCommit(false);
        try (PreparedStatement insert = holder.prepareStatement(HOLD)) {
            insert.setString(1, "cli " + As.OPERATOR_A.account().identifier());
            insert.setString(2, key);
            insert.setString(3, As.OPERATOR_A.organisation());
            insert.executeUpdate();
        }
        return holder;
    }

    private long filed() {
        return Rows.number("select count(*) from report where title = ?", draft.path("title").asText());
    }

    @Test
    void sixteenAtOnceGiveOneReportAndOneAnswer() {
        // When
        List<Response> answers = Together.all(IntStream.range(0, 16).<Supplier<Response>>mapToObj(i -> this::post).toList());

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers).extracting(Response::asString).containsOnly(answers.get(0).asString());
        assertThat(filed()).isEqualTo(1);
    }

    @Test
    void sixteenAtOnceThatAreNumberedGiveOneReportAndOneAnswer() {
        // Given
        draft.put("externalRef", key);

        // When
        List<Response> answers = Together.all(IntStream.range(0, 16).<Supplier<Response>>mapToObj(i -> i % 2 == 0 ? this::post
                : () -> As.OPERATOR_A.sends(draft).post("/api/v1/reports")).toList());

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers).extracting(Response::asString).containsOnly(answers.get(0).asString());
        assertThat(filed()).isEqualTo(1);
    }

    @Test
    void aTwinThatWaitsTooLongIsToldToComeBack() throws Exception {
        try (Connection holder = holdKey()) {
            // When
            Response answer = post();

            // Then
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
            assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:in-flight");
            assertThat(filed()).isZero();
            holder.rollback();
        }
    }

    @Test
    void aTwinGoesAheadWhenTheFirstFails() throws Exception {
        try (Connection holder = holdKey()) {
            // Given
            CompletableFuture<Response> second = CompletableFuture.supplyAsync(this::post);
            Await.until("the second waits for the first", () -> Rows.number(WAITING) > 0);

            // When
            holder.rollback();

            // Then
            assertThat(second.get().statusCode()).isEqualTo(201);
            assertThat(filed()).isEqualTo(1);
        }
    }

    @Test
    void whoComesWithATwinThatWaitsDoesNotWaitForIt() throws Exception {
        try (Connection holder = holdKey()) {
            // Given
            CompletableFuture<Response> twin = CompletableFuture.supplyAsync(this::post);
            Await.until("the twin waits", () -> Rows.number(WAITING) > 0);

            // When
            List<Response> others = Together.all(IntStream.range(0, 8).<Supplier<Response>>mapToObj(i ->
                    () -> As.OPERATOR_A.sends(Drafts.earlyWarning()).post("/api/v1/reports")).toList());

            // Then
            assertThat(others).extracting(Response::statusCode).containsOnly(201);
            assertThat(twin).isNotDone();
            holder.rollback();
            assertThat(twin.get().statusCode()).isEqualTo(201);
        }
    }

    /** More of them than the service has connections to the database. */
    @Test
    void manyMoreTwinsThanConnectionsAreAnsweredAlike() {
        // When
        List<Response> answers = Together.all(IntStream.range(0, 60).<Supplier<Response>>mapToObj(i -> this::post).toList());

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers).extracting(Response::asString).containsOnly(answers.get(0).asString());
        assertThat(filed()).isEqualTo(1);
    }
}
