package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ReportedTimesTest {

    private static Response post(ObjectNode draft) {
        return As.OPERATOR_A.sends(draft).post("/api/v1/reports");
    }

    private static Response postDated(String date) {
        return As.OPERATOR_A.sends(Drafts.earlyWarning()).header("Date", date).post("/api/v1/reports");
    }

    private static String fromNow(Duration ahead) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().plus(ahead).atOffset(ZoneOffset.UTC));
    }

    private static Response seen(Response answer) {
        return As.OPERATOR_A.asks().get(answer.header("Location"));
    }

    @Test
    void aTimeInTheFutureIsKeptAndFlagged() {
        // When
        Response answer = post(Drafts.earlyWarning().put("awareAt", "2199-01-01T00:00:00Z"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.jsonPath().getList("timeFlags")).containsExactly("aware-at-in-future");
        assertThat(seen(answer).jsonPath().getString("latest.submission.awareAt")).isEqualTo("2199-01-01T00:00:00.000000Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00+23:59", "9999-12-31T23:59:60-23:59", "1970-01-01T00:00:00Z",
            "2016-12-31T23:59:60Z", "2026-11-23 03:12:00.123456789123z"})
    void noTimeIsAReasonToRefuse(String odd) {
        // When
        Response answer = post(Drafts.earlyWarning().put("awareAt", odd).put("classifiedAt", odd));

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    }

    @Test
    void theDateHeaderTellsTheSendersSkew() {
        // When
        Response answer = postDated(fromNow(Duration.ofSeconds(90)));

        // Then
        assertThat(answer.jsonPath().getList("timeFlags")).containsExactly("sender-clock-off");
        assertThat(Integer.parseInt(seen(answer).jsonPath().getString("latest.senderSkewSeconds"))).isBetween(80, 90);
    }

    @Test
    void aClockThatAgreesIsNotFlagged() {
        // When
        Response answer = postDated(fromNow(Duration.ZERO));

        // Then
        assertThat(answer.jsonPath().<List<String>>get("timeFlags")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "Mon, 99 Foo 2026 99:99:99 GMT", "0", "Fri, 31 Dec 9999 23:59:59 GMT",
            "Sat, 01 Jan 0000 00:00:00 GMT"})
    void aDateThatIsOddIsNoReasonToRefuse(String date) {
        // When
        Response answer = postDated(date);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    }
}
