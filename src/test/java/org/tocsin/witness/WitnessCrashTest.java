package org.tocsin.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.tocsin.audit.Audit;
import org.tocsin.audit.log.Grown;
import org.tocsin.local.StackResource;
import org.tocsin.store.FaultyTransactions;
import org.tocsin.store.FaultyTransactions.Crash;
import org.tocsin.store.FaultyTransactions.Fault;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/** We crash around the commit of what we cosign: whatever was seen before, nothing that contradicts it is cosigned afterwards. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WitnessCrashTest {

    private static final Grown TREE = Grown.to(40);

    @Inject
    EntityManager database;
    @Inject
    Transactions transactions;
    @Inject
    WitnessedLogs logs;
    @Inject
    WitnessedTrees trees;
    @Inject
    Audit audit;
    @Inject
    Now now;

    private Witnessing with(Transactions some) {
        return new Witnessing(some, logs, trees, audit, now);
    }

    private static byte[] request(String origin, long old, long size) {
        return WitnessedLog.request(TREE, origin, old, size).written();
    }

    @Test
    void beforeTheCommitNothingWasSeenAndTheLogAsksAgain() {
        // Given
        with(transactions).consider(request("log-12.example", 0, 10));

        // When
        Witnessing crashing = with(new FaultyTransactions(database, Fault.BEFORE_COMMIT, 0));
        assertThatThrownBy(() -> crashing.consider(request("log-12.example", 10, 20))).isInstanceOf(Crash.class);

        // Then
        assertThat(with(transactions).consider(request("log-12.example", 10, 20))).isInstanceOf(Verdict.Cosigned.class);
    }

    @Test
    void afterTheCommitTheLogIsToldTheSizeAndGetsTheSameTreeCosigned() {
        // Given
        with(transactions).consider(request("log-13.example", 0, 10));

        // When: the row is there, the answer was never sent
        Witnessing crashing = with(new FaultyTransactions(database, Fault.AFTER_COMMIT, 0));
        assertThatThrownBy(() -> crashing.consider(request("log-13.example", 10, 20))).isInstanceOf(Crash.class);

        // Then
        assertThat(with(transactions).consider(request("log-13.example", 10, 20))).isEqualTo(new Verdict.OtherSize(20));
        assertThat(with(transactions).consider(request("log-13.example", 20, 20))).isInstanceOf(Verdict.Cosigned.class);
        Grown other = Grown.to(40);
        other.entries().set(3, new byte[32]);
        assertThat(with(transactions).consider(WitnessedLog.request(other, "log-13.example", 20, 20).written()))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(refused.problem().status()).isEqualTo(422));
    }
}
