package org.tocsin.outbox;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many threads an outbox has, and when it stops to try a destination; a group within a room's settings. */
public interface LaneConfig {

    /** How many attempts run at once on this replica; 0 for a replica that sends nothing. */
    @WithDefault("16")
    int threads();

    /** How many of them may be for one destination. */
    @WithDefault("4")
    int perDestination();

    /** After how many attempts without an answer, in succession, a destination is left alone for a while. */
    @WithDefault("5")
    int breakAfter();

    /** The longest time until one entry is sent to see whether it answers again. */
    @WithDefault("1m")
    Duration longestBreak();

    /** How long a stopping replica waits for attempts in hand before it interrupts them. */
    @WithDefault("2s")
    Duration shutdownWait();
}
