package org.tocsin.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;

/** What a client is answered when its organisation has used up its bytes of the day. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(SmallQuota.class)
class UsedUpQuotaTest {

    private static Response file(As sender) {
        return sender.sends("{\"title\": \"%s\", \"awareAt\": \"2026-11-23T03:12:00Z\", \"suspectedMalicious\": \"unknown\", \"crossBorder\": \"no\"}"
                .formatted("Offset of two servers " + UUID.randomUUID())).header("Idempotency-Key", UUID.randomUUID().toString()).post("/api/v1/reports");
    }

    @Test
    void itIsToldWhenToComeBackAndNothingIsStored() {
        // Given
        List<Response> answers = Stream.generate(() -> file(As.OPERATOR_B)).limit(20).toList();
        long reports = Rows.number("select count(*) from report where organisation_id = ?", As.OPERATOR_B.organisation());

        // When
        Response refused = file(As.OPERATOR_B);

        // Then
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.<String>path("type")).isEqualTo("urn:tocsin:problem:quota-used-up");
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 86_400L);
        assertThat(refused.header("RateLimit-Policy")).contains("\"organisation-bytes\";q=2000;w=86400");
        assertThat(answers).extracting(Response::statusCode).containsOnly(201, 429);
        assertThat(Rows.number("select count(*) from report where organisation_id = ?", As.OPERATOR_B.organisation())).isEqualTo(reports);
        assertThat(file(As.OPERATOR_A).statusCode()).isEqualTo(201);
    }
}
