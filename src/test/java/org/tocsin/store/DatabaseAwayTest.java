package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.report.Drafts;

/** What a client meets while PostgreSQL ends the service's connections, as it does when it shuts down. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DatabaseAwayTest {

    private static final String END_ALL = "select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()";
    private static final int REPORTS = 20;
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final String REPORT = Drafts.earlyWarning().toString();

    @Test
    void itIsToldToComeBackAndNothingIsLostOrDoubled() throws Exception {
        // Given
        AtomicBoolean ending = new AtomicBoolean(true);
        Thread shutdown = new Thread(() -> endConnections(ending), "ends-connections");
        List<Response> refused = new ArrayList<>();
        List<String> keys = new ArrayList<>();

        // When
        shutdown.start();
        for (int i = 0; i < REPORTS; i++) {
            keys.add(UUID.randomUUID().toString());
            keep(file(keys.get(i)), refused);
            keep(As.OPERATOR_A.asks().get("/api/v1/reports?limit=1"), refused);
        }
        ending.set(false);
        shutdown.join();

        // Then
        assertThat(refused).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
            assertThat(answer.contentType()).isEqualTo("application/problem+json");
            assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
        });
        assertThat(keys.stream().map(key -> accepted(key).jsonPath().getString("id")).toList())
                .isEqualTo(keys.stream().map(key -> accepted(key).jsonPath().getString("id")).toList()).doesNotHaveDuplicates();
    }

    private static void keep(Response answer, List<Response> refused) {
        if (answer.statusCode() / 100 != 2) {
            refused.add(answer);
        }
    }

    private static Response file(String key) {
        return As.OPERATOR_A.sends(REPORT).header("Idempotency-Key", key).post("/api/v1/reports");
    }

    /** Connections that were ended last are still in the pool. */
    private static Response accepted(String key) {
        Response answer = file(key);
        for (int i = 0; answer.statusCode() == 503 && i < 100; i++) {
            answer = file(key);
        }
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer;
    }

    private static void endConnections(AtomicBoolean ending) {
        try (Connection service = Rows.asService(); Statement statement = service.createStatement()) {
            while (ending.get()) {
                statement.execute(END_ALL);
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
