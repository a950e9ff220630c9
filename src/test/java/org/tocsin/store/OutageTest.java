package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeoutException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

    private static SQLException state(String state) {
        return new SQLException("of the database", state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08000", "08001", "08003", "08004", "08006", "08007", "08P01", "53000", "53100", "53200", "53300", "57P01", "57P02", "57P03", "57P05", "25006"})
    void theDatabaseIsAwayByItsOwnWord(String state) {
        assertThat(Outage.caused(new IllegalStateException("work failed", state(state)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "23505", "23503", "40001", "40P01", "42501", "42P01", "55P03", "57014", "58030", "XX000", "25P02"})
    void aStatementThatFailedIsNoOutage(String state) {
        assertThat(Outage.caused(new IllegalStateException("work failed", state(state)))).isFalse();
    }

    @Test
    void noConnectionCameInTime() {
        assertThat(Outage.caused(new SQLException("Sorry, acquisition timeout!"))).isTrue();
        assertThat(Outage.caused(new SQLException("Acquisition timeout while waiting for new connection", new TimeoutException()))).isTrue();
        assertThat(Outage.caused(new SQLTransientConnectionException("no more"))).isTrue();
    }

    @Test
    void aReasonIsFoundAmongWhatWasSuppressedAndInABatch() {
        RollbackException commit = new RollbackException("ARJUNA016053: Could not commit transaction.");
        commit.addSuppressed(state("08006"));
        BatchUpdateException batch = new BatchUpdateException(new int[0]);
        batch.setNextException(state("57P01"));

        assertThat(Outage.caused(commit)).isTrue();
        assertThat(Outage.caused(batch)).isTrue();
    }

    @Test
    void aCommitWithoutAnAnswerIsAnOutage() {
        assertThat(Outage.caused(new IllegalStateException(new RollbackException("no word of the database")))).isTrue();
        assertThat(Outage.caused(new XAException(XAException.XAER_RMFAIL))).isTrue();
    }

    @Test
    void aCommitThatTheDatabaseRefusedIsNone() {
        RollbackException commit = new RollbackException("could not commit");
        commit.initCause(state("23503"));

        assertThat(Outage.caused(commit)).isFalse();
    }

    @Test
    void whatHasNothingToDoWithTheDatabaseIsNone() {
        assertThat(Outage.caused(new IllegalStateException(new IOException("Connection reset")))).isFalse();
        assertThat(Outage.caused(new SQLException("no state and no word"))).isFalse();
    }

    @Test
    void causesThatPointInACircleEnd() {
        IllegalStateException one = new IllegalStateException();
        IllegalStateException other = new IllegalStateException(one);
        one.initCause(other);

        assertThat(Outage.caused(one)).isFalse();
    }
}
