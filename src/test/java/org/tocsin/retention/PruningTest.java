package org.tocsin.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.report.FiledReport;

/** What only grows goes after its time, and nothing that is still needed goes with it. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PruningTest {

    private static final String LONG_AGO = "now() - interval '400 days'";

    @Inject
    Pruning pruning;

    private final String organisation = "org-" + UUID.randomUUID();

    @BeforeEach
    void anOrganisation() throws SQLException {
        owner("insert into organisation (id, name) values ('" + organisation + "', 'Of this test')");
    }

    private static void owner(String statement) throws SQLException {
        try (Connection database = Rows.asOwner(); Statement owner = database.createStatement()) {
            owner.execute(statement);
        }
    }

    private String notice(String state, String ended, String page) throws SQLException {
        String id = UUID.randomUUID().toString();
        owner("insert into notice (id, organisation_id, report_id, purpose, channel, recipient, subject, body, state, page_id, next_attempt_at, created_at, ended_at) values ('"
                + id + "', '" + organisation + "', '" + UUID.randomUUID() + "', 'ring', 'pager', 'nobody', 'test', '{}', '" + state + "', " + page + ", now() + interval '20 minutes', " + LONG_AGO + ", " + ended + ")");
        return id;
    }

    private String page(String state, String ended) throws SQLException {
        String id = UUID.randomUUID().toString();
        owner("insert into duty_page (id, report_id, organisation_id, reason, state, next_ring_at, raised_at, ended_at) values ('" + id + "', '" + UUID.randomUUID()
                + "', '" + organisation + "', 'critical', '" + state + "', now() + interval '5 minutes', " + LONG_AGO + ", " + ended + ")");
        return id;
    }

    private static boolean isThere(String table, String id) {
        return Rows.number("select count(*) from " + table + " where id = ?::uuid", id) == 1;
    }

    @Test
    void noticesAndPagesThatEndedLongAgoGoTogether() throws SQLException {
        // Given
        String endedPage = page("acknowledged", LONG_AGO);
        String sent = notice("sent", LONG_AGO, "'" + endedPage + "'");
        String pageWithNews = page("ended", LONG_AGO);
        String recent = notice("sent", "now()", "'" + pageWithNews + "'");
        String pending = notice("pending", "null", "'" + pageWithNews + "'");

        // When
        pruning.run();

        // Then
        assertThat(isThere("notice", sent)).isFalse();
        assertThat(isThere("duty_page", endedPage)).isFalse();
        assertThat(isThere("notice", recent)).isTrue();
        assertThat(isThere("notice", pending)).isTrue();
        assertThat(isThere("duty_page", pageWithNews)).isTrue();
        owner("delete from notice where organisation_id = '" + organisation + "'");
        owner("delete from duty_page where organisation_id = '" + organisation + "'");
    }

    @Test
    void ofADeliveryTheFirstAttemptAndTheLastOnesStay() throws SQLException {
        // Given
        FiledReport report = FiledReport.by(As.OPERATOR_A);
        String delivery = UUID.randomUUID().toString();
        String release = UUID.randomUUID().toString();
        owner("insert into release (id, report_id, organisation_id, revision_number, released_by, released_at) values ('" + release + "', '" + report.id()
                + "', '" + As.OPERATOR_A.organisation() + "', 1, 'liaison-1', now())");
        owner("insert into delivery (id, release_id, report_id, organisation_id, revision_number, destination, document, digest, state, attempts, next_attempt_at, created_at)"
                + " values ('" + delivery + "', '" + release + "', '" + report.id() + "', '" + As.OPERATOR_A.organisation() + "', 1, 'nowhere', '{}', sha256('{}'), 'given-up', 30, now(), " + LONG_AGO + ")");
        owner("insert into delivery_attempt (delivery_id, number, organisation_id, started_at) select '" + delivery + "', n, '" + As.OPERATOR_A.organisation() + "', " + LONG_AGO + " from generate_series(1, 30) n");

        // When
        pruning.run();

        // Then
        assertThat(Rows.column("select number from delivery_attempt where delivery_id = ?::uuid order by number", delivery))
                .containsExactly("1", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30");
    }

    @Test
    void contactsThatWereReplacedLongAgoGoAndWhatCountsStaysHoweverOld() throws SQLException {
        // Given
        owner("insert into contact_book (organisation_id, version, document, written_by, written_at) values "
                + "('" + organisation + "', 1, '{}', 'test', " + LONG_AGO + " - interval '300 days'),"
                + "('" + organisation + "', 2, '{}', 'test', " + LONG_AGO + "),"
                + "('" + organisation + "', 3, '{}', 'test', " + LONG_AGO + " + interval '200 days')");

        // When
        pruning.run();

        // Then: the second was in force until 200 days ago
        assertThat(Rows.column("select version from contact_book where organisation_id = ? order by version", organisation)).containsExactly("2", "3");
    }
}
