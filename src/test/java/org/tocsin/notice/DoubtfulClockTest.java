package org.tocsin.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.outbox.Lease;
import org.tocsin.party.Compromise;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.ClockWatch;
import org.tocsin.time.Now;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DoubtfulClockTest {

    @Inject
    EntityManager database;
    @Inject
    Transactions transactions;
    @Inject
    Compromise compromise;
    @Inject
    Now now;

    private static void owner(String statement) throws SQLException {
        try (Connection database = Rows.asOwner(); Statement owner = database.createStatement()) {
            owner.execute(statement);
        }
    }

    @ParameterizedTest
    @CsvSource({"true,pending", "false,dropped"})
    void noNoticeIsTooOldWhileTheClockIsInDoubt(boolean inDoubt, String state) throws SQLException {
        // Given: one that failed for three days, and is held by us
        UUID id = UUID.randomUUID();
        owner("insert into notice (id, purpose, channel, recipient, subject, body, state, fence, attempts, held_until, next_attempt_at, created_at) values ('" + id
                + "', 'clock', 'pager', 'nobody', 'test', '{}', 'pending', 1, 9, now() + interval '40 seconds', now(), now() - interval '73 hours')");
        ClockWatch clock = mock(ClockWatch.class);
        when(clock.isInDoubt()).thenReturn(inDoubt);

        // When
        NoticeSender sender = new NoticeSender(database, compromise, null, null, now, clock);
        transactions.seeing(Sight.all(), () -> sender.record(new Lease(id, 1, 9, now.instant()),
                new NoticeMessage(id, Notice.PAGER, "nobody", Notice.CLOCK, null, "test", "{}"), Optional.of("It did not answer.")));
        String found = Rows.column("select state from notice where id = ?::uuid", id.toString()).get(0);
        owner("delete from notice where id = '" + id + "'");

        // Then
        assertThat(found).isEqualTo(state);
    }
}
