package org.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;

/** The law of paging: whatever arrives meanwhile, what was there when it began comes once, in order. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ReportPagingTest {

    private static final String INSERT = """
            insert into report (id, organisation_id, reference, version, state, stage, title, pressing,
                                latest_revision, timeline_length, received_at, changed_at)
            values (?, ?, ?, 1, 'closed', 'early-warning', 'Paged', 0, 1, 0, ?, ?)""";

    private record Row(UUID id, Instant receivedAt) {
    }

    private final AtomicBoolean read = new AtomicBoolean();

    /** A few moments for many reports, so that many have come at the same time. */
    private static Row row(Random random, Instant era) {
        return new Row(new UUID(random.nextLong(), random.nextLong()), era.plusNanos(random.nextInt(6) * 1_000L));
    }

    private static void insert(Connection database, List<Row> rows) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(INSERT)) {
            for (Row row : rows) {
                statement.setObject(1, row.id());
                statement.setString(2, As.OPERATOR_B.organisation());
                statement.setString(3, row.id().toString());
                statement.setTimestamp(4, Timestamp.from(row.receivedAt()));
                statement.setTimestamp(5, Timestamp.from(row.receivedAt()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @RepeatedTest(6)
    void noneIsMissedAndNoneComesTwiceWhileOthersArrive(RepetitionInfo repetition) throws Exception {
        // Given
        Random random = new Random(repetition.getCurrentRepetition());
        Instant era = Instant.parse("1990-01-01T00:00:00Z").plusSeconds(random.nextInt(100_000_000));
        List<Row> before = new ArrayList<>();
        for (int i = random.nextInt(40) + 1; i > 0; i--) {
            before.add(row(random, era));
        }
        try (Connection database = Rows.asOwner()) {
            insert(database, before);
        }
        String address = "/api/v1/reports?limit=" + (random.nextInt(7) + 1)
                + "&receivedFrom=" + era + "&receivedTo=" + era.plusMillis(1);

        // When
        List<List<String>> seen = Together.all(List.of(
                () -> readAll(address),
                () -> insertWhileReading(new Random(random.nextLong()), era)));

        // Then
        List<String> order = Rows.column("select id from report where received_at >= ? and received_at < ? order by place desc",
                Timestamp.from(era), Timestamp.from(era.plusMillis(1)));
        assertThat(seen.get(0)).doesNotHaveDuplicates();
        assertThat(seen.get(0)).containsAll(before.stream().map(row -> row.id().toString()).toList());
        assertThat(seen.get(0)).isSortedAccordingTo(Comparator.comparingInt(order::indexOf));
        assertThat(order).hasSizeGreaterThan(before.size());
    }

    private List<String> readAll(String address) {
        try {
            return Listed.all(As.LIAISON_1, address, () -> { });
        } finally {
            read.set(true);
        }
    }

    private List<String> insertWhileReading(Random random, Instant era) {
        try (Connection database = Rows.asOwner()) {
            // No more than that, or a reader of small parts would never come to an end.
            for (int i = 0; i < 100 && (i == 0 || !read.get()); i++) {
                insert(database, List.of(row(random, era), row(random, era)));
            }
            return List.of();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
