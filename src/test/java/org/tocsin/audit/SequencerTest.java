package org.tocsin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;
import org.tocsin.report.Drafts;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SequencerTest {

    @Inject
    Sequencer sequencer;

    private static void file(int reports) {
        Together.all(IntStream.range(0, reports).<Supplier<Response>>mapToObj(i -> () ->
                As.OPERATOR_A.sends(Drafts.earlyWarning()).post("/api/v1/reports")).toList());
    }

    /** Counted in one statement, for the log goes on meanwhile. */
    private static void isGapless() {
        assertThat(Rows.column("""
                select concat_ws(' ', min(index), max(index) - count(*), (select next_index from audit_sequence) - count(*))
                from audit_leaf""")).containsExactly("0 -1 0");
    }

    @Test
    void everyEntryGetsItsPlaceByItselfAndNoPlaceIsLeftOut() {
        // When
        file(12);
        Await.sequenced();

        // Then
        isGapless();
    }

    @Test
    void sequencersThatRunAtOnceDoNotDisturbEachOther() {
        // Given
        file(12);

        // When
        Together.all(IntStream.range(0, 4).<Supplier<Void>>mapToObj(i -> () -> {
            sequencer.run();
            return null;
        }).toList());

        // Then
        isGapless();
    }

    @Test
    void whatIsNotCommittedTakesNoPlace() {
        // Given
        String key = Drafts.earlyWarning().path("title").asText().replace(" ", "");
        As.OPERATOR_A.sends(Drafts.earlyWarning()).header("Idempotency-Key", key).post("/api/v1/reports");

        // When
        Response refused = As.OPERATOR_A.sends(Drafts.earlyWarning()).header("Idempotency-Key", key).post("/api/v1/reports");
        sequencer.run();

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        isGapless();
    }

    /** The ids begin with the time of day of whoever wrote them: an entry of a clock that was set back comes later all the same. */
    @Test
    void theOrderIsThatOfWritingWhateverTheClocksSaid() throws SQLException {
        // Given
        String later = "ffffffff-0000-7000-8000-" + Long.toHexString(System.nanoTime() | 1L << 47).substring(0, 12);
        String earlier = later.replace("ffffffff", "00000000");

        // When
        try (Connection database = Rows.asOwner(); Statement statement = database.createStatement()) {
            for (String id : List.of(later, earlier)) {
                statement.execute("insert into audit_entry (id, type, actor, audience, at, commitment) values ('" + id
                        + "', 'test.clock', 'test', 'internal', now(), sha256('" + id + "'))");
            }
        }
        Await.sequenced();

        // Then
        assertThat(Rows.column("select entry_id from audit_leaf where entry_id in ('" + later + "', '" + earlier
                + "') order by index")).containsExactly(later, earlier);
    }

    @Test
    void noEntryIsForgotten() {
        // When
        file(3);
        Await.sequenced();

        // Then
        assertThat(Rows.number("""
                select count(*) from audit_entry e
                where not exists (select from audit_leaf where entry_id = e.id)
                  and not exists (select from audit_pending where entry_id = e.id)""")).isZero();
    }
}
