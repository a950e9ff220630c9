package org.tocsin.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.tocsin.outbox.LaneConfig;

/** How long a delivery waits for what, and how many are sent at once. */
@ConfigMapping(prefix = "tocsin.delivery")
public interface Pace {

    /** How long an attempt may take, and how long after a crash until another may begin. */
    @WithDefault("30s")
    Duration lease();

    /** How long to wait for the destination to connect or to answer. */
    @WithDefault("10s")
    Duration timeout();

    /** The wait after the first failure; it doubles with each further one. */
    @WithDefault("2s")
    Duration firstRetry();

    /** The longest wait between two attempts. */
    @WithDefault("15m")
    Duration lastRetry();

    LaneConfig lanes();
}
