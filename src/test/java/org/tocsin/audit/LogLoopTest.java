package org.tocsin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.audit.log.Signers;

/** The loops of the log's threads, without a log. */
class LogLoopTest {

    private final Sequencer places = mock(Sequencer.class);
    private final LogGrowth growth = mock(LogGrowth.class);
    private final LogSigning signing = mock(LogSigning.class);
    private final Heartbeat heartbeat = mock(Heartbeat.class);
    private final LogBacklog backlog = mock(LogBacklog.class);
    private final LogLoop loop = new LogLoop(places, growth, signing, heartbeat, backlog);

    @Test
    void anErrorDoesNotEndTheLogsThread() throws InterruptedException {
        // Given
        doThrow(new NoClassDefFoundError("as after an upgrade in place")).doNothing().when(heartbeat).beatIfDue();

        // When
        loop.start(null);

        // Then
        verify(backlog, timeout(30_000).atLeastOnce()).isThere();
        loop.stop(null);
    }

    @Test
    void anErrorDoesNotEndAWitnesssThread() {
        // Given
        Witness witness = new Witness(URI.create("http://localhost/"), Signers.cosigning("witness.example").key(), Optional.empty());
        Witnesses witnesses = mock(Witnesses.class);
        when(witnesses.all()).thenReturn(List.of(witness));
        when(witnesses.ask(any())).thenThrow(new StackOverflowError()).thenReturn(true);
        LogConfig config = mock(LogConfig.class);
        when(config.witnessInterval()).thenReturn(Duration.ofMillis(40));
        WitnessLoop asking = new WitnessLoop(witnesses, config);

        // When
        asking.start(null);

        // Then
        verify(witnesses, timeout(30_000).atLeast(2)).ask(witness);
        asking.stop(null);
    }

    @ParameterizedTest
    @CsvSource({"1024,0", "256,0", "255,200", "1,200", "0,200"})
    void itPausesOnlyWhenFewEntriesWereThere(int placed, long pause) {
        when(backlog.isThere()).thenReturn(true);
        when(places.runOnce()).thenReturn(placed);

        assertThat(loop.look()).hasMillis(pause);
    }

    @Test
    void itDoesNotPauseWhileTheTreeIsBehind() {
        when(backlog.isThere()).thenReturn(true);
        when(growth.runOnce()).thenReturn(true);

        assertThat(loop.look()).isZero();
    }
}
