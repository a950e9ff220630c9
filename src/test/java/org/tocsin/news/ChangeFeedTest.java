package org.tocsin.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;
import org.tocsin.local.Together;
import org.tocsin.report.FiledReport;

/** What the change feed tells, to whom, and in which order. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ChangeFeedTest {

    private static final String FEED = "/api/v1/changes";

    private static void release(FiledReport report) {
        String triage = "/api/v1/triage/" + report.id();
        As.LIAISON_1.sends("{\"version\": 1}").post(triage + "/claim").then().statusCode(200);
        As.LIAISON_1.sends("{\"version\": 2}").post(triage + "/release").then().statusCode(200);
    }

    private static void isBadPage(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:bad-page");
    }

    @Test
    void aReportsWayIsToldInItsOrderInWordsAndWithoutWhatIsInternal() {
        // Given
        Feed feed = Feed.fromNowOn(As.SENSOR_A);
        FiledReport report = FiledReport.by(As.OPERATOR_A);

        // When
        release(report);
        feed.until(report.id(), "report.acknowledged");

        // Then
        assertThat(feed.typesOf(report.id()))
                .containsExactly("report.received", "report.released", "delivery.receipted", "report.acknowledged");
        Map<String, Object> last = feed.of(report.id()).get(3);
        assertThat((String) last.get("summary")).startsWith("National CERT gave it the case number ");
        assertThat(last.get("organisation")).isEqualTo(TestOrganisation.A.id());
        Map<?, ?> changed = (Map<?, ?>) last.get("report");
        assertThat(changed.get("reference")).isEqualTo(report.reference());
        assertThat(changed.get("state")).isEqualTo("acknowledged");
        assertThat(changed.get("version")).isEqualTo(As.OPERATOR_A.asks().get(report.url()).<Integer>path("version"));
    }

    @Test
    void eachChangesCursorGoesOnBehindIt() {
        // Given
        Feed feed = Feed.fromNowOn(As.OPERATOR_A);
        FiledReport first = FiledReport.by(As.OPERATOR_A);
        FiledReport second = FiledReport.by(As.OPERATOR_A);
        feed.until(second.id(), "report.received");

        // When
        Feed behind = Feed.from(As.OPERATOR_A, FEED + "?after=" + feed.of(first.id()).get(0).get("cursor")).read();

        // Then
        assertThat(behind.typesOf(first.id())).isEmpty();
        assertThat(behind.typesOf(second.id())).containsExactly("report.received");
        assertThat(behind.of(second.id()).get(0)).isEqualTo(feed.of(second.id()).get(0));
    }

    @Test
    void nothingIsLeftOutAndNothingRepeatedWhileManyWriteAtOnce() {
        for (int round = 0; round < 4; round++) {
            // Given
            Random random = new Random(round);
            int limit = 1 + random.nextInt(5);
            Feed small = Feed.from(As.OPERATOR_A, Feed.fromNowOn(As.OPERATOR_A).next().replace("limit=100", "limit=" + limit));
            Feed all = Feed.fromNowOn(As.AUDITOR);
            AtomicInteger writing = new AtomicInteger(8);
            List<Supplier<List<FiledReport>>> acts = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                int reports = 1 + random.nextInt(6);
                As who = writer % 3 == 0 ? As.OPERATOR_B : As.OPERATOR_A;
                acts.add(() -> {
                    List<FiledReport> filed = new ArrayList<>();
                    for (int i = 0; i < reports; i++) {
                        filed.add(FiledReport.by(who));
                    }
                    writing.decrementAndGet();
                    return filed;
                });
            }
            acts.add(() -> {
                small.until("the writers are done", feed -> writing.get() == 0);
                return List.of();
            });

            // When
            List<String> filed = Together.all(acts).stream().flatMap(List::stream).map(FiledReport::id).toList();
            all.until("all are read by who sees all", feed -> filed.stream().noneMatch(id -> feed.of(id).isEmpty()));
            small.until("all are read", feed -> Rows.number("""
                    select count(*) from change where organisation_id = ? and leaf > 0""", TestOrganisation.A.id()) > 0
                    && filed.stream().filter(id -> Rows.number("select count(*) from report where id = ?::uuid and organisation_id = '" + TestOrganisation.A.id() + "'", id) == 1)
                    .noneMatch(id -> feed.of(id).isEmpty()));

            // Then
            assertThat(small.ids()).doesNotHaveDuplicates();
            assertThat(small.seen()).allMatch(item -> item.get("organisation").equals(TestOrganisation.A.id()));
            assertThat(all.ids()).doesNotHaveDuplicates().containsAll(small.ids());
            assertThat(all.ids().stream().filter(small.ids()::contains).toList()).isEqualTo(small.ids());
        }
        assertThat(Rows.column("""
                select distinct last_number - pruned_number - (select count(*) from change c where c.organisation_id = n.organisation_id)
                from change_count n""")).containsExactly("0");
    }

    /** What is written first and committed last is read last, by a reader that has gone on meanwhile. */
    @Test
    void whatCommitsLateIsNotMissed() throws SQLException {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        Feed feed = Feed.fromNowOn(As.OPERATOR_A);
        UUID late = UUID.randomUUID();
        FiledReport overtaking;

        // When
        try (Connection slow = Rows.asOwner(); PreparedStatement insert = slow.prepareStatement("""
                insert into audit_entry (id, organisation_id, report_id, type, actor, audience, at, commitment)
                values (?, ?, ?, 'test.late', 'test', 'operator', now(), sha256('late'))""")) {
            slow.setAutoCommit(false);
            insert.setObject(1, late);
            insert.setString(2, TestOrganisation.A.id());
            insert.setObject(3, UUID.fromString(report.id()));
            insert.executeUpdate();
            overtaking = FiledReport.by(As.OPERATOR_A);
            feed.until(overtaking.id(), "report.received");
            slow.commit();
        }
        feed.until(report.id(), "test.late");

        // Then
        assertThat(feed.ids()).doesNotHaveDuplicates().endsWith(late.toString());
        // It has no content, as one whose content was erased.
        assertThat(feed.of(report.id()).get(feed.typesOf(report.id()).indexOf("test.late")))
                .containsEntry("summary", "Test late").doesNotContainKey("detail");
    }

    @Test
    void anothersChangesAlterNothingOfWhatOneReads() {
        // Given
        Feed own = Feed.fromNowOn(As.OPERATOR_B);
        Feed all = Feed.fromNowOn(As.LIAISON_1);
        String before = As.OPERATOR_B.asks().get(FEED + "?limit=500").asString();

        // When
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        all.until(report.id(), "report.received");

        // Then
        assertThat(As.OPERATOR_B.asks().get(FEED + "?limit=500").asString()).isEqualTo(before);
        assertThat(own.read().seen()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "MTc", "MTcgb3duIG9yZy1i", "LTEgb3duIG9yZy1h", "OTk5OTk5OTk5IG93biBvcmctYQ", "NSBhbGw"})
    void aCursorThatWasNotGivenIsRefused(String cursor) {
        isBadPage(As.OPERATOR_A.asks().queryParam("after", cursor).get(FEED));
    }

    @Test
    void aCursorOfAnotherReaderIsRefused() {
        // Given
        String ofB = Feed.fromNowOn(As.OPERATOR_B).next();
        String ofAll = Feed.fromNowOn(As.LIAISON_1).next();

        // Then
        isBadPage(As.OPERATOR_A.asks().get(ofB));
        isBadPage(As.OPERATOR_A.asks().get(ofAll));
        isBadPage(As.LIAISON_1.asks().get(ofB));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "wait=-1", "wait=31", "wait=long"})
    void aParameterOutOfItsRangeIsRefused(String parameter) {
        // When
        Response answer = As.OPERATOR_A.asks().get(FEED + "?" + parameter);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tocsin:problem:bad-parameter");
        assertThat(answer.jsonPath().getList("faults.pointer")).containsExactly("/" + parameter.substring(0, parameter.indexOf('=')));
    }
}
