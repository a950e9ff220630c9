package org.tocsin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.AdditionalAnswers;
import org.mockito.Mockito;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.Signers;
import org.tocsin.audit.log.Tile;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Together;
import org.tocsin.store.FaultyTransactions.Crash;
import org.tocsin.store.FaultyTransactions.Fault;
import org.tocsin.store.FaultyTransactions;
import org.tocsin.store.Transactions;

/** Each durable step fails, before its commit and after it, while the log's own loop goes on; afterwards the log is whole. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class LogStepsTest {

    private static final int ROUNDS = 4;

    @Inject
    EntityManager database;
    @Inject
    Transactions transactions;
    @Inject
    StoredTiles tiles;
    @Inject
    LogKeys keys;
    @Inject
    Sequencer places;
    @Inject
    LogGrowth growth;
    @Inject
    LogSigning signing;
    @Inject
    Heartbeat heartbeat;
    @Inject
    TransparencyLog log;

    /** Entries whose act has committed, as any room leaves them. */
    private static void commit(int entries) {
        owner("insert into audit_entry (id, type, actor, audience, at, commitment) "
                + "select gen_random_uuid(), 'test.step', 'test', 'internal', now(), sha256(gen_random_uuid()::text::bytea) from generate_series(1, "
                + entries + ")");
    }

    private static void owner(String statement) {
        try (Connection database = Rows.asOwner(); Statement owner = database.createStatement()) {
            owner.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Note checkpoint() {
        Await.signed();
        return log.checkpoint().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aCrashInGivingPlacesLosesNothingAndRepeatsNothing(Fault fault) {
        Note before = checkpoint();
        for (int round = 0; round < ROUNDS; round++) {
            // Given
            commit(3);

            // When: the first transaction only looks
            crashes(() -> new Sequencer(database, new FaultyTransactions(database, fault, 1)).run(), true);
        }

        // Then
        WholeLog.isSound(log, before);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aCrashInGrowingLosesNothingAndRepeatsNothing(Fault fault) {
        Note before = checkpoint();
        for (int round = 0; round < ROUNDS; round++) {
            // Given
            commit(200);
            places.run();

            // When
            crashes(() -> new LogGrowth(database, new FaultyTransactions(database, fault, 0), tiles).run(), false);
        }

        // Then
        WholeLog.isSound(log, before);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aCrashInSigningLosesNothingAndSignsNothingElse(Fault fault) {
        Note before = checkpoint();
        for (int round = 0; round < ROUNDS; round++) {
            // Given
            commit(3);
            places.run();
            growth.run();

            // When
            crashes(() -> new LogSigning(database, new FaultyTransactions(database, fault, 0), tiles, keys).run(), false);
        }

        // Then
        WholeLog.isSound(log, before);
    }

    /** @param mayFindNothing when another was faster there is no transaction to fail */
    private static void crashes(Runnable step, boolean mayFindNothing) {
        if (mayFindNothing) {
            try {
                step.run();
            } catch (Crash asPlanned) {
                // what is left behind is looked at in the end
            }
        } else {
            assertThatThrownBy(step::run).isInstanceOf(Crash.class);
        }
    }

    @Test
    void replicasThatDoEverythingAtOnceMakeOneLog() {
        // Given
        Note before = checkpoint();
        commit(3_000);

        // When
        Together.all(IntStream.range(0, 4).<Supplier<Void>>mapToObj(replica -> () -> {
            places.run();
            growth.run();
            signing.run();
            return null;
        }).toList());

        // Then
        WholeLog.isSound(log, before);
    }

    @Test
    void whatIsFullIsStoredOnceAndWhatIsNotSignedIsNotServed() {
        // Given
        commit(600);

        // When
        Note note = checkpoint();

        // Then
        long size = size(note);
        assertThat(Rows.number("select count(*) from audit_tile where level = 0")).isGreaterThanOrEqualTo(size / 256);
        assertThat(log.tile(new Tile(0, size / 256 - 1, 256))).hasValueSatisfying(tile -> assertThat(tile).hasSize(8192));
        assertThat(log.tile(new Tile(0, size / 256 + 100, 1))).isEmpty();
        assertThat(log.tile(new Tile(5, 0, 1))).isEmpty();
        assertThat(log.tile(new Tile(Tile.ENTRIES, 0, 7))).hasValueSatisfying(bundle -> assertThat(bundle).hasSize(7 * 34).startsWith(0, 32));
    }

    /** Reads back something else than was stored: somebody with the database in his hands. */
    @Vetoed
    private static final class ChangedTiles extends StoredTiles {
        ChangedTiles(EntityManager database) {
            super(database);
        }

        @Override
        public byte[] read(Tile tile) {
            byte[] hashes = super.read(tile);
            hashes[0] ^= 1;
            return hashes;
        }
    }

    @Test
    void whatIsReadBackOtherwiseThanItWasStoredIsNotSigned() {
        // Given
        LogSigning misled = new LogSigning(database, transactions, new ChangedTiles(database), keys);

        // Then: the log's own loop may be faster, so more than one try
        Await.until("it refused", () -> {
            commit(1);
            places.run();
            growth.run();
            try {
                misled.run();
                return false;
            } catch (LogSigning.BrokenLog refused) {
                return refused.getMessage().contains("do not give the root");
            }
        });
        WholeLog.isSound(log, null);
    }

    /** Whoever has the database in his hands and not the key puts a checkpoint of his own where ours was. */
    @Test
    void whatFollowsACheckpointOfSomebodyElseIsNotSigned() {
        // Given
        checkpoint();
        LogKeys others = Mockito.mock(LogKeys.class);
        Mockito.when(others.origin()).thenReturn(keys.origin());
        Mockito.when(others.keys()).thenReturn(List.of(Signers.named(keys.origin()).key()));

        // Then
        assertThatThrownBy(() -> new LogSigning(database, transactions, new StoredTiles(database), others).run())
                .isInstanceOf(LogSigning.BrokenLog.class).hasMessageContaining("not signed by this log");
    }

    /** Whoever has the database in his hands takes the last checkpoints and trees away, so that another one is signed where they were. */
    @Test
    void aTreeSmallerThanTheOneThatThisProcessSignedIsNotSigned() {
        // Given
        long first = size(checkpoint());
        commit(1);
        long second = size(checkpoint());
        commit(1);
        long third = size(checkpoint());
        EntityManager robbed = Mockito.mock(EntityManager.class, AdditionalAnswers.delegatesTo(database));
        LogSigning signing = new LogSigning(robbed, transactions, tiles, keys);
        shows(robbed, LogSigning.LAST, second);
        signing.run();

        // When
        shows(robbed, LogSigning.LAST, first);
        shows(robbed, LogSigning.HEAD, second);

        // Then
        assertThatThrownBy(signing::run).isInstanceOf(LogSigning.BrokenLog.class).hasMessageStartingWith("the tree has " + second + " leaves, and ")
                .satisfies(refused -> assertThat(Long.parseLong(refused.getMessage().replaceAll(".* and (\\d+) were signed", "$1"))).isGreaterThanOrEqualTo(third));
        WholeLog.isSound(log, null);
    }

    /** Only rows of at most this size are there. */
    private void shows(EntityManager robbed, String statement, long most) {
        Mockito.doAnswer(asked -> database.createNativeQuery(statement.replace("order by", "where size <= " + most + " order by")))
                .when(robbed).createNativeQuery(statement);
    }

    private static long size(Note checkpoint) {
        return Checkpoint.parse(checkpoint.text()).size();
    }

    @Test
    void theLogBeatsOnceInAnIntervalAndAlsoAfterAClockWasSetBack() {
        // Given
        String beats = "select count(*) from audit_entry where type = 'log.heartbeat'";
        owner("update audit_heartbeat set beat_at = now()");
        long before = Rows.number(beats);

        // When
        heartbeat.beat();
        // Then
        assertThat(Rows.number(beats)).isEqualTo(before);

        // When
        owner("update audit_heartbeat set beat_at = now() + interval '20 years'");
        heartbeat.beat();
        heartbeat.beat();
        // Then
        assertThat(Rows.number(beats)).isEqualTo(before + 1);
    }
}
