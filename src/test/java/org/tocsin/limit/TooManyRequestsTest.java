package org.tocsin.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.local.As.OPERATOR_A;
import static org.tocsin.local.As.SENSOR_A;
import static org.tocsin.local.As.SENSOR_B;

import io.quarkus.test.InjectMock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.quarantine.BrokenClock;
import org.tocsin.report.Drafts;
import org.tocsin.time.Now;

/** What a client meets that asks too much; each has four filings a minute of its own here, its organisation two. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(TooManyRequestsTest.SmallShares.class)
class TooManyRequestsTest {

    public static class SmallShares implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tocsin.limits.filing.client-per-minute", "4",
                    "tocsin.limits.filing.organisation-per-minute", "2");
        }
    }

    private static final SetClock CLOCK = new SetClock(Instant.parse("2026-11-23T03:12:00Z"));

    /** It sees the clock jump between the tests, and would forget shares of the one by the time of the other. */
    @InjectMock
    FullShares forgotten;

    @BeforeEach
    void everyShareIsWhole() {
        CLOCK.move(Duration.ofMinutes(2));
        QuarkusMock.installMockForType(new Now(CLOCK), Now.class);
    }

    private static Response file(As sender) {
        return sender.sends(Drafts.earlyWarning()).post("/api/v1/reports");
    }

    private static void useUp(As sender) {
        IntStream.range(0, 6).forEach(i -> assertThat(file(sender).statusCode()).isEqualTo(201));
    }

    @Test
    void beyondBothSharesItIsToldWhenToComeBack() {
        // Given
        useUp(SENSOR_A);

        // When
        Response refused = file(SENSOR_A);

        // Then
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
        assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:too-many-requests");
        assertThat(refused.jsonPath().getString("limit")).isEqualTo("filing");
        assertThat(refused.header("Retry-After")).isEqualTo("15");
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"client\";q=4;w=60, \"organisation\";q=2;w=60");
        assertThat(refused.header("RateLimit")).isEqualTo("\"client\";r=0;t=60, \"organisation\";r=0;t=60");
    }

    @Test
    void whatIsLeftIsToldWithEveryAnswer() {
        // When
        Response filed = file(SENSOR_A);

        // Then
        assertThat(filed.header("RateLimit-Policy")).isEqualTo("\"client\";q=4;w=60");
        assertThat(filed.header("RateLimit")).isEqualTo("\"client\";r=3;t=15");
        assertThat(filed.headers().hasHeaderWithName("Retry-After")).isFalse();
    }

    @Test
    void afterTheWaitItIsServed() {
        // Given
        useUp(SENSOR_A);
        int wait = Integer.parseInt(file(SENSOR_A).header("Retry-After"));

        // When
        CLOCK.move(Duration.ofSeconds(wait));

        // Then
        assertThat(file(SENSOR_A).statusCode()).isEqualTo(201);
    }

    @Test
    void aPersonStillFilesWhileTheMachinesOfTheSameOrganisationAreOverTheLimit() {
        // Given
        useUp(SENSOR_A);
        assertThat(file(SENSOR_A).statusCode()).isEqualTo(429);

        // When, Then
        assertThat(file(OPERATOR_A).statusCode()).isEqualTo(201);
        assertThat(file(SENSOR_B).statusCode()).isEqualTo(201);
    }

    @Test
    void whoMayNoLongerFileMayStillRead() {
        // Given
        useUp(SENSOR_A);

        // When, Then
        assertThat(SENSOR_A.asks().get("/api/v1/assets").statusCode()).isEqualTo(200);
    }

    @Test
    void ofWhatIsRefusedNothingIsStored() {
        // Given
        useUp(SENSOR_A);
        long before = stored();

        // When
        Response refused = file(SENSOR_A);

        // Then
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(stored()).isEqualTo(before);
    }

    /** By filing, for this organisation. */
    private static long stored() {
        String own = SENSOR_A.organisation();
        return Stream.of("report", "revision", "submission_key").mapToLong(table ->
                Rows.number("select count(*) from " + table + " where organisation_id = ?", own)).sum()
                + Rows.number("select count(*) from audit_entry where organisation_id = ? and type like 'report.%'", own);
    }

    @Test
    void aCallerWithoutTheRoleTakesNothing() {
        // Given
        IntStream.range(0, 10).forEach(i -> SENSOR_A.sends("{}").put("/api/v1/assets/clock"));

        // When, Then
        useUp(SENSOR_A);
    }

    @Test
    void theQuarantineHasSharesOfItsOwn() {
        // Given: tokens expire by the clock on the wall
        QuarkusMock.installMockForType(new Now(), Now.class);
        BrokenClock sensor = BrokenClock.withCertificate();
        IntStream.range(0, 6).forEach(i -> assertThat(sensor.file(Drafts.earlyWarning().toString()).statusCode()).isEqualTo(202));

        // When
        HttpResponse<String> refused = sensor.file(Drafts.earlyWarning().toString());

        // Then
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("urn:tocsin:problem:too-many-requests");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(file(OPERATOR_A).statusCode()).isEqualTo(201);
    }

    @Test
    void aBatchCountsItsReports() {
        // Given
        String batch = "{\"reports\": [" + IntStream.range(0, 3).mapToObj(i -> "{\"report\": " + Drafts.earlyWarning() + "}")
                .collect(Collectors.joining(",")) + "]}";

        // When
        Response first = SENSOR_A.sends(batch).post("/api/v1/reports:batch");
        Response second = SENSOR_A.sends(batch).post("/api/v1/reports:batch");

        // Then
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertThat(first.header("RateLimit")).startsWith("\"client\";r=1;");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(SENSOR_A.sends(batch).post("/api/v1/reports:batch").statusCode()).isEqualTo(429);
    }
}
