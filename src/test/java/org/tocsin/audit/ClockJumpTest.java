package org.tocsin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Note;
import org.tocsin.delivery.StuckDelivery;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.report.FiledReport;
import org.tocsin.time.ClockWatch;
import org.tocsin.time.Now;

/** The service's clock jumps in the midst of work: an injected clock, for the service under test; real tokens, real deliveries. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ClockJumpTest {

    private static final Set<String> FORGETTING = Set.of("retention", "drafts-forget", "attachment-sweep", "claims");

    @Inject
    TransparencyLog log;
    @Inject
    ClockWatch clock;
    @Inject
    @Any
    Instance<RecurringTask<Void>> recurring;

    private void jump(Duration by) {
        QuarkusMock.installMockForType(new Now(Clock.offset(Clock.systemUTC(), by)), Now.class);
        Await.until("the step was seen", () -> (clock.standing() == null) == by.isZero());
    }

    /** A clock that is set back to what it was is right again. */
    @AfterEach
    void setRight() {
        jump(Duration.ZERO);
    }

    /** What the log says of steps since it had this many entries. */
    private static List<String> stepsSince(long size) {
        return Rows.column("""
                select convert_from(p.content, 'UTF8') from audit_entry e join audit_payload p on p.entry_id = e.id
                join audit_leaf l on l.entry_id = e.id
                where e.type = 'clock.stepped' and l.index >= ?""", size);
    }

    private static void act(FiledReport report, String act, int version) {
        Response answer = As.LIAISON_1.sends("{\"version\": " + version + "}").post("/api/v1/triage/" + report.id() + "/" + act);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private static String holder(FiledReport report) {
        return As.LIAISON_1.asks().get(report.url()).path("liaison.holder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "P7305D", "P-7305D"})
    void aReportGoesItsWholeWayWhileTheClockJumpsAndTheLogKeepsItsOrder(Duration by) {
        // Given
        Note before = log.checkpoint().orElseThrow();
        Instant began = Instant.now();
        String direction = "The service's clock went " + (by.isNegative() ? "back" : "forward");
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        act(report, "claim", 1);

        // When
        jump(by);
        FiledReport during = FiledReport.by(As.SENSOR_A);
        act(report, "release", 2);
        Await.until("the CERT acknowledged", () -> As.LIAISON_1.asks().get(report.url()).path("state").equals("acknowledged"));
        Await.until("the step is in the log", () -> stepsSince(Checkpoint.parse(before.text()).size()).stream()
                .anyMatch(said -> said.contains(direction) && said.contains("\"verified\":false")));

        // Then
        WholeLog.isSound(log, before);
        assertThat(As.LIAISON_1.asks().queryParam("limit", 10).queryParam("organisation", As.OPERATOR_A.organisation()).get("/api/v1/reports").jsonPath().getList("items.id")).containsSubsequence(during.id(), report.id());
        List<String> types = As.AUDITOR.asks().get(report.url() + "/audit").jsonPath().getList("type");
        assertThat(types).containsSubsequence("report.received", "report.claimed", "report.released", "delivery.receipted", "report.acknowledged");
        assertThat(Instant.parse(As.AUDITOR.asks().get(during.url() + "/audit").jsonPath().getString("[0].at")))
                .isBetween(began.plus(by).minusSeconds(1), Instant.now().plus(by).plusSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "P7305D"})
    void whatAClockThatWasAheadHasPutOffIsDoneWhenItIsSetRight(Duration ahead) {
        // Given: as a failure left it while the clock was ahead, with a lease that nobody gave back
        StuckDelivery delivery = StuckDelivery.putOff(ahead);

        // When
        jump(ahead);
        jump(Duration.ZERO);

        // Then
        delivery.arrives();
    }

    @Test
    void nothingIsForgottenForItsAgeWhileTheClockIsInDoubt() {
        // Given
        FiledReport claimed = FiledReport.by(As.OPERATOR_A);
        act(claimed, "claim", 1);
        FiledReport closed = FiledReport.by(As.OPERATOR_A);
        act(closed, "claim", 1);
        As.LIAISON_1.sends("{\"version\": 2, \"reason\": \"A false alarm\"}").post("/api/v1/triage/" + closed.id() + "/reject");

        // When
        jump(Duration.ofDays(7305));
        List<RecurringTask<Void>> tasks = recurring.stream().filter(task -> FORGETTING.contains(task.getName())).toList();
        tasks.forEach(task -> task.execute(new TaskInstance<>(task.getName(), "recurring"), null));

        // Then
        assertThat(tasks).hasSameSizeAs(FORGETTING);
        assertThat(holder(claimed)).isEqualTo(As.LIAISON_1.user());
        assertThat(Rows.number("select count(*) from revision where report_id = ?::uuid and body is not null", closed.id())).isEqualTo(1);
    }

    @Test
    void eachBeatOfTheLogSaysWhatTheClockSaid() throws SQLException {
        // Given
        long before = Rows.number("select count(*) from audit_entry where type = 'log.heartbeat'");

        // When
        try (Connection database = Rows.asOwner(); Statement owner = database.createStatement()) {
            owner.execute("update audit_heartbeat set beat_at = 'epoch'");
        }

        // Then
        Await.until("it beat", () -> Rows.number("select count(*) from audit_entry where type = 'log.heartbeat'") > before);
        assertThat(Rows.column("""
                select convert_from(p.content, 'UTF8') from audit_entry e join audit_payload p on p.entry_id = e.id
                where e.type = 'log.heartbeat' order by e.id desc limit 1""").get(0))
                .contains("\"clock\":\"Unverified: ", "no servers are configured", "\"verified\":false");
    }
}
