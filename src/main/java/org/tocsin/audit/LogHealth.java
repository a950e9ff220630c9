package org.tocsin.audit;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.tocsin.audit.log.Checkpoint;

/**
 * Whether the log goes on. Since time itself leaves an entry at each heartbeat, a checkpoint that is older than a few of those says that it stands
 * still, whoever's fault it is. Not a part of readiness: what is written meanwhile waits for its place and is not lost.
 */
@HealthGroup("outside")
@ApplicationScoped
class LogHealth implements HealthCheck {

    private static final int BEATS = 3;

    private final Checkpoints checkpoints;
    private final LogBacklog backlog;
    private final Duration longest;
    private final long begun = System.nanoTime();

    LogHealth(Checkpoints checkpoints, LogBacklog backlog, LogConfig config) {
        this.checkpoints = checkpoints;
        this.backlog = backlog;
        longest = config.heartbeat().multipliedBy(BEATS);
    }

    /** A checkpoint from the future was signed before the database's clock was set back, and its age says nothing: the next one will. */
    @Override
    public HealthCheckResponse call() {
        Optional<Checkpoints.Signed> last = checkpoints.last();
        Duration age = last.map(Checkpoints.Signed::age).orElse(Duration.ofNanos(System.nanoTime() - begun)).abs();
        return HealthCheckResponse.named("Audit log")
                .withData("checkpoint", last.map(signed -> Checkpoint.parse(signed.note().text()).size() + " entries, "
                        + signed.age().toSeconds() + " s ago").orElse("none yet"))
                .withData("waiting", backlog.isThere() ? "entries that no checkpoint covers" : "nothing")
                .status(age.compareTo(longest) <= 0)
                .build();
    }
}
