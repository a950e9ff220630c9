package org.tocsin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Merkle;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.NoteSigner;
import org.tocsin.audit.log.Signers;

class LogHealthTest {

    private final Checkpoints checkpoints = mock(Checkpoints.class);
    private final LogBacklog backlog = mock(LogBacklog.class);
    private final LogConfig config = mock(LogConfig.class);

    private HealthCheckResponse asked() {
        when(config.heartbeat()).thenReturn(Duration.ofMinutes(1));
        return new LogHealth(checkpoints, backlog, config).call();
    }

    private static Checkpoints.Signed signed(Duration age) {
        NoteSigner key = Signers.named("log.example");
        String text = new Checkpoint("log.example", 7, Merkle.EMPTY).text();
        return new Checkpoints.Signed(new Note(text, java.util.List.of(key.sign(text))), Instant.EPOCH, age);
    }

    @ParameterizedTest
    @CsvSource({"PT0S,UP", "PT3M,UP", "PT3M1S,DOWN", "P7305D,DOWN", "PT-1S,UP", "P-7305D,DOWN"})
    void aLogThatHasNotBeenSignedForThreeHeartbeatsStandsStill(Duration age, HealthCheckResponse.Status status) {
        when(checkpoints.last()).thenReturn(Optional.of(signed(age)));
        when(backlog.isThere()).thenReturn(true);

        HealthCheckResponse health = asked();

        assertThat(health.getName()).isEqualTo("Audit log");
        assertThat(health.getStatus()).isEqualTo(status);
        assertThat(health.getData().orElseThrow()).containsEntry("checkpoint", "7 entries, " + age.toSeconds() + " s ago")
                .containsEntry("waiting", "entries that no checkpoint covers");
    }

    @Test
    void aLogThatBeginsHasTimeForItsFirstCheckpoint() {
        when(checkpoints.last()).thenReturn(Optional.empty());

        assertThat(asked().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    }
}
